package dev.sayso.app.broken.cli;

import javafx.broken.Window;

/// Opens a window from the command line.
public final class Broken {
    private Broken() {}

    static Window opensWindow() {
        return new Window();
    }

    static void mayPrint() {
        System.out.println("heard");
    }
}
