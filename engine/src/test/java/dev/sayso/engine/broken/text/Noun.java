package dev.sayso.engine.broken.text;

/// Something of this package that others may or may not import.
public final class Noun {
    private Noun() {}
}
