package dev.sayso.engine.broken;

/// Stands for the façade, which no stage may know.
public final class Facade {
    private Facade() {}
}
