package dev.sayso.engine.broken.packed;

/// Something of this package that others may or may not import.
public final class Noun {
    private Noun() {}
}
