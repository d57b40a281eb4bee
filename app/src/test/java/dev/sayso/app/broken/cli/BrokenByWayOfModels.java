package dev.sayso.app.broken.cli;

import dev.sayso.app.broken.models.Broken;

final class BrokenByWayOfModels {
    private BrokenByWayOfModels() {}

    static void askModels() {
        Broken.opensWindow();
    }
}
