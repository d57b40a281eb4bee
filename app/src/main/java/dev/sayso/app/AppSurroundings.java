package dev.sayso.app;

import dev.sayso.app.desktop.FileManager;
import dev.sayso.app.microphone.Inputs;
import dev.sayso.app.replacements.Replacements;
import dev.sayso.app.settings.Settings.Replacement;
import dev.sayso.app.settings.Surroundings;
import dev.sayso.engine.WeightCache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the settings show of the rest of the program.
final class AppSurroundings implements Surroundings {

    private final Inputs microphones;
    private final WeightCache weights;
    private final SelfReport report;
    private final FileManager files;

    AppSurroundings(Inputs microphones, WeightCache weights, SelfReport report, FileManager files) {
        this.microphones = microphones;
        this.weights = weights;
        this.report = report;
        this.files = files;
    }

    @Override
    public List<Input> microphones() {
        return microphones.devices().stream()
                .map(device -> new Input(device.id(), device.name()))
                .toList();
    }

    @Override
    public String replaced(String text, List<Replacement> replacements) {
        return new Replacements(replacements).in(text);
    }

    @Override
    public long weightCacheSize() throws IOException {
        long bytes = 0;
        for (WeightCache.Entry entry : weights.list()) {
            bytes += entry.bytes();
        }
        return bytes;
    }

    @Override
    public void clearWeightCache() throws IOException {
        weights.clear();
    }

    @Override
    public String diagnostics() {
        return report.text();
    }

    @Override
    public void open(Path folder) throws IOException {
        Files.createDirectories(folder);
        files.show(folder);
    }

    @Override
    public String version() {
        return Surrounding.version();
    }
}
