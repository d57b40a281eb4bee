package dev.sayso.app.broken.models;

import java.io.IOException;
import javafx.broken.Window;

/// Prints, counts, opens a window and knows the command line.
public final class Broken {
    static int calls;

    private Broken() {}

    public static Window opensWindow() {
        return new Window();
    }

    static void knowsCommandLine(dev.sayso.app.broken.cli.Broken commandLine) {}

    static void prints() {
        System.err.println("loaded");
    }

    static void printsSimply() {
        IO.println("loaded");
    }

    static void printsTrace(IOException trouble) {
        trouble.printStackTrace();
    }
}
