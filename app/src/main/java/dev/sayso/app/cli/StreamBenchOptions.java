package dev.sayso.app.cli;

import dev.sayso.app.cli.StreamBenchRequest.Pace;
import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.EngineOptions.Precision;
import dev.sayso.engine.StreamOptions;
import dev.sayso.engine.StreamOptions.Drafts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// The options of `sayso bench stream`; named as those of `sayso transcribe` are.
final class StreamBenchOptions {

    private StreamBenchOptions() {}

    /// Adds all of them to a command.
    static void declare(CommandSpec command) {
        command.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("FILE")
                        .arity("0..*")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("Recordings, heard one after the other.")
                        .build());
        command.addOption(
                OptionSpec.builder("-i")
                        .paramLabel("FILE")
                        .arity("1")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("A recording; may be given several times.")
                        .build());
        Commands.value(
                command,
                "--times",
                "N",
                word -> Values.whole(word, 1, 100_000),
                "How often all of them are heard. Default: 1.");
        Commands.value(command, "-d", "FOLDER", Values::path, "The model's folder.");
        Commands.value(
                command,
                "--model",
                "NAME",
                word -> word,
                "An installed model. Default: the largest installed, else the starter.");
        Commands.value(
                command,
                "-t",
                "N",
                word -> Values.whole(word, 1, 1024),
                "Threads. Default: one for each core.");
        Commands.value(
                command,
                "--precision",
                "auto|bf16|int8",
                Values::precision,
                "How the decoder's weights are held. Default: auto.");
        Commands.value(
                command,
                "--enc-window-sec",
                "1-8",
                word -> Values.whole(word, 1, 8),
                "How far the encoder's attention reaches, in seconds. Default: as trained.");
        declareStream(command);
        Commands.flag(command, "--json", "As a JSON object.");
    }

    private static void declareStream(CommandSpec command) {
        StreamFlags.declareRounds(command);
        Commands.value(
                command,
                "--final-tokens",
                "N",
                word -> Values.whole(word, 0, 100_000),
                "Tokens that the last decoding of an utterance may add. Default: 0, as many as"
                        + " its sound can hold.");
        Commands.value(
                command,
                "--drafts",
                "read|refused|off",
                StreamBenchOptions::drafts,
                "What becomes of the last round's answer: read as a draft of the next; read, but"
                        + " made wrong throughout (the worst case); or nothing. The text is the"
                        + " same. Default: read.");
        Commands.value(
                command,
                "--pace",
                "simulated|real|none",
                StreamBenchOptions::pace,
                "When sound can be read. Default: simulated.");
        Commands.flag(
                command, "--no-warm-up", "Measure the first run: the kernels are not compiled.");
    }

    private static Pace pace(String word) {
        return switch (word) {
            case "simulated" -> Pace.SIMULATED;
            case "real" -> Pace.REAL;
            case "none" -> Pace.NONE;
            default ->
                    throw new TypeConversionException(
                            "expected simulated, real or none, found '" + word + "'");
        };
    }

    private static Drafts drafts(String word) {
        return switch (word) {
            case "read" -> Drafts.READ;
            case "refused" -> Drafts.REFUSED;
            case "off" -> Drafts.OFF;
            default ->
                    throw new TypeConversionException(
                            "expected read, refused or off, found '" + word + "'");
        };
    }

    /// What the parsed options ask for.
    ///
    /// @param weights where packed weights are kept
    /// @throws UsageException when they do not fit together
    static StreamBenchRequest read(ParseResult parsed, Path weights) throws UsageException {
        List<String> files = new ArrayList<>(parsed.matchedOptionValue("-i", List.<String>of()));
        files.addAll(parsed.matchedPositionalValue(0, List.<String>of()));
        if (files.isEmpty()) {
            throw new UsageException("nothing to measure: name a recording");
        }
        int cores = Runtime.getRuntime().availableProcessors();
        EngineOptions engine =
                EngineOptions.defaults()
                        .withThreads(parsed.matchedOptionValue("-t", cores))
                        .withEncoderWindowSeconds(parsed.matchedOptionValue("--enc-window-sec", 0))
                        .withPrecision(parsed.matchedOptionValue("--precision", Precision.AUTO))
                        .withCacheFolder(weights);
        StreamOptions stream =
                StreamFlags.rounds(parsed)
                        .withMostFinalTokens(parsed.matchedOptionValue("--final-tokens", 0))
                        .withDrafts(parsed.matchedOptionValue("--drafts", Drafts.READ));
        return new StreamBenchRequest(
                BenchOptions.paths(files),
                parsed.matchedOptionValue("--times", 1),
                TranscribeOptions.model(parsed),
                engine,
                stream,
                parsed.matchedOptionValue("--pace", Pace.SIMULATED),
                !parsed.hasMatchedOption("--no-warm-up"),
                parsed.hasMatchedOption("--json"));
    }
}
