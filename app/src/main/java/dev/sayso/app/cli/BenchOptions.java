package dev.sayso.app.cli;

import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.EngineOptions.Precision;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// The options of `sayso bench`; named as those of `sayso transcribe` are, but some take lists.
final class BenchOptions {

    private static final int RUNS = 5;

    private BenchOptions() {}

    /// Adds all of them to a command.
    static void declare(CommandSpec command) {
        command.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("Recordings: audio or video.")
                        .build());
        list(command, "-i", "FILE", word -> word, "A recording.", "");
        Commands.value(command, "-d", "FOLDER", Values::path, "The model's folder.");
        Commands.value(
                command,
                "--model",
                "NAME",
                word -> word,
                "An installed model. Default: the largest installed, else the starter.");
        list(
                command,
                "-t",
                "N",
                word -> Values.whole(word, 1, 1024),
                "Threads, as in -t 1,2. Default: one for each core.",
                ",");
        list(
                command,
                "-S",
                "SECONDS",
                Values::seconds,
                "Length of stretches, as in -S 0,30. Default: 0, in one piece.",
                ",");
        list(
                command,
                "--precision",
                "auto|bf16|int8",
                Values::precision,
                "How the decoder's weights are held, as in --precision bf16,int8. Default: auto.",
                ",");
        Commands.value(
                command,
                "--runs",
                "N",
                word -> Values.whole(word, 1, 10_000),
                "How often each is measured, after one run to warm up. Default: " + RUNS + ".");
        TranscribeOptions.noCache(command);
        Commands.flag(command, "--json", "As a JSON object.");
    }

    /// @param separator between several values in one word; empty: none
    private static void list(
            CommandSpec command,
            String name,
            String label,
            ITypeConverter<?> converter,
            String description,
            String separator) {
        command.addOption(
                OptionSpec.builder(name)
                        .paramLabel(label)
                        .arity("1")
                        .type(List.class)
                        .auxiliaryTypes(Object.class)
                        .converters(converter)
                        .splitRegex(separator)
                        .description(description + " May be given several times.")
                        .build());
    }

    /// What the parsed options ask for.
    ///
    /// @param weights where packed weights are kept
    /// @throws UsageException when they do not fit together
    static BenchRequest read(ParseResult parsed, Path weights) throws UsageException {
        List<String> files = new ArrayList<>(parsed.matchedOptionValue("-i", List.<String>of()));
        files.addAll(parsed.matchedPositionalValue(0, List.<String>of()));
        if (files.isEmpty()) {
            throw new UsageException("nothing to measure: name a recording");
        }
        int cores = Runtime.getRuntime().availableProcessors();
        List<Integer> threads = parsed.matchedOptionValue("-t", List.of(cores));
        List<Duration> stretches = parsed.matchedOptionValue("-S", List.of(Duration.ZERO));
        List<Precision> precisions =
                parsed.matchedOptionValue("--precision", List.of(Precision.AUTO));
        return new BenchRequest(
                paths(files),
                TranscribeOptions.model(parsed),
                engines(threads, precisions, TranscribeOptions.cacheFolder(parsed, weights)),
                stretches.stream().distinct().toList(),
                parsed.matchedOptionValue("--runs", RUNS),
                parsed.hasMatchedOption("--json"));
    }

    private static List<EngineOptions> engines(
            List<Integer> threads, List<Precision> precisions, @Nullable Path cacheFolder) {
        List<EngineOptions> engines = new ArrayList<>();
        for (int count : threads) {
            for (Precision precision : precisions) {
                engines.add(
                        EngineOptions.defaults()
                                .withThreads(count)
                                .withPrecision(precision)
                                .withCacheFolder(cacheFolder));
            }
        }
        return engines.stream().distinct().toList();
    }

    static List<Path> paths(List<String> files) throws UsageException {
        try {
            return files.stream().map(Values::path).toList();
        } catch (TypeConversionException e) {
            // picocli would take a positional word that it cannot convert for an unknown one
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
