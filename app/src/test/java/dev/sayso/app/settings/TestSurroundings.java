package dev.sayso.app.settings;

import dev.sayso.app.settings.Settings.Replacement;
import java.nio.file.Path;
import java.util.List;

/// A program to show, without the program.
final class TestSurroundings implements Surroundings {

    private long cache = 1_234_000_000;

    @Override
    public List<Input> microphones() {
        return List.of(new Input("hw:0", "Built-in microphone"), new Input("hw:1", "Headset"));
    }

    @Override
    public String replaced(String text, List<Replacement> replacements) {
        String replaced = text;
        for (Replacement replacement : replacements) {
            replaced = replaced.replace(replacement.from(), replacement.to());
        }
        return replaced;
    }

    @Override
    public synchronized long weightCacheSize() {
        return cache;
    }

    @Override
    public synchronized void clearWeightCache() {
        cache = 0;
    }

    @Override
    public String diagnostics() {
        return "Hotkey: X11, since there is a display :0.\nInsertion: clipboard and Ctrl+V.";
    }

    @Override
    public void open(Path folder) {}

    @Override
    public String version() {
        return "0.1.0";
    }
}
