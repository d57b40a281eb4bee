package dev.sayso.app.broken.files;

import javafx.scene.Node;

final class BrokenModel {
    private BrokenModel() {}

    static void knowsNodes(Node node) {}
}
