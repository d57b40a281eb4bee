package dev.sayso.engine.broken.stream;

/// Something of this package that others may or may not import.
public final class Noun {
    private Noun() {}
}
