package dev.sayso.app.broken.models;

import java.io.IOException;
import javafx.broken.Window;
import javax.sound.sampled.AudioSystem;

/// Prints, counts, opens a window and knows the command line.
public final class Broken {
    static int calls;

    private Broken() {}

    public static Window opensWindow() {
        return new Window();
    }

    static void knowsCommandLine(dev.sayso.app.broken.cli.Broken commandLine) {}

    static boolean listsDevices() {
        return AudioSystem.getMixerInfo().length > 0;
    }

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
