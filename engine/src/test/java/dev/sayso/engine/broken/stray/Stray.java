package dev.sayso.engine.broken.stray;

final class Stray {
    private Stray() {}
}
