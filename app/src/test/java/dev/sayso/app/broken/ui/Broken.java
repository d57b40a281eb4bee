package dev.sayso.app.broken.ui;

import dev.sayso.engine.Hints;

final class Broken {
    private Broken() {}

    static void knowsEngine(Hints hints) {}
}
