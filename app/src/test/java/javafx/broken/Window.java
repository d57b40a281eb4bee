package javafx.broken;

/// Stands for a class of a window toolkit.
public final class Window {}
