package dev.sayso.app.cli;

import dev.sayso.app.cli.TranscribeRequest.Verbosity;
import dev.sayso.app.subtitles.TranscriptFormat;
import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.EngineOptions.Precision;
import dev.sayso.engine.Hints;
import dev.sayso.engine.Language;
import dev.sayso.engine.PastText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// The options of `sayso transcribe`, and what they mean together. Names and meanings are those of
/// the reference engine where it has them.
final class TranscribeOptions {

    private TranscribeOptions() {}

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
        declareInAndOut(command);
        declareEngine(command);
        StreamFlags.declare(command);
        Commands.flag(
                command, "--debug", "Say how long each stage took; show stack traces of failures.");
        Commands.flag(
                command, "--silent", "No status on standard error; warnings and errors only.");
    }

    private static void declareInAndOut(CommandSpec command) {
        command.addOption(
                OptionSpec.builder("-i")
                        .paramLabel("FILE")
                        .arity("1")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("A recording; may be given several times.")
                        .build());
        Commands.flag(
                command,
                "--stdin",
                "Read standard input: a WAV file, or bare samples (s16le, 16 kHz, mono).");
        Commands.value(
                command, "-o", "FILE|FOLDER", word -> word, "Write there, not to standard output.");
        Commands.flag(command, "--beside", "Write each result beside its recording.");
        Commands.value(
                command,
                "--format",
                "FORMAT",
                Values::format,
                "txt, json, srt or vtt. Default: what -o ends with, else txt.");
        Commands.value(command, "-d", "FOLDER", Values::path, "The model's folder.");
        Commands.value(
                command,
                "--model",
                "NAME",
                word -> word,
                "An installed model. Default: the largest installed, else the starter.");
    }

    private static void declareEngine(CommandSpec command) {
        Commands.value(
                command,
                "-t",
                "N",
                word -> Values.whole(word, 1, 1024),
                "Threads. Default: one for each core.");
        Commands.value(
                command,
                "-S",
                "SECONDS",
                Values::seconds,
                "Cut long recordings into stretches of about this length. Default: 0, off.");
        Commands.value(
                command,
                "-W",
                "SECONDS",
                Values::seconds,
                "How far from its target a cut may look for quiet. Default: 3.");
        Commands.value(
                command,
                "--past-text",
                "yes|no|auto",
                Values::pastText,
                "Show the model the text of earlier stretches. Default: auto.");
        Commands.flag(command, "--skip-silence", "Cut long silences out first.");
        Commands.value(
                command,
                "--enc-window-sec",
                "1-8",
                word -> Values.whole(word, 1, 8),
                "How far the encoder's attention reaches, in seconds. Default: as trained.");
        Commands.value(
                command,
                "--precision",
                "auto|bf16|int8",
                Values::precision,
                "How the decoder's weights are held: as in the file, or in 8 bits, which takes half the"
                        + " memory. Default: auto, what measured best.");
        noCache(command);
        Commands.value(
                command,
                "--prompt",
                "TEXT",
                word -> word,
                "Words likely to occur, or any text that helps.");
        Commands.value(
                command,
                "--language",
                "LANGUAGE",
                Values::language,
                "A code or a name: " + Values.languages() + ". Default: auto, found out.");
    }

    /// Adds the option that keeps no packed weights.
    static void noCache(CommandSpec command) {
        Commands.flag(
                command,
                "--no-cache",
                "Neither use nor keep packed weights, which make the next start faster (see sayso"
                        + " cache).");
    }

    /// What the parsed options ask for.
    ///
    /// @param weights where packed weights are kept
    /// @throws UsageException when they do not fit together
    static TranscribeRequest read(ParseResult parsed, Path weights) throws UsageException {
        String wanted = parsed.matchedOptionValue("-o", "");
        boolean beside = parsed.hasMatchedOption("--beside");
        if (beside && !wanted.isEmpty()) {
            throw new UsageException("-o and --beside exclude each other");
        }
        TranscriptFormat format =
                parsed.matchedOptionValue(
                        "--format",
                        Objects.requireNonNullElse(Outputs.formatOf(wanted), TranscriptFormat.TXT));
        Outputs outputs = new Outputs(inputs(parsed), format);
        List<Job> jobs;
        if (beside) {
            jobs = outputs.beside();
        } else if (parsed.hasMatchedOption("-o")) {
            jobs = outputs.to(wanted);
        } else {
            jobs = outputs.toStdout();
        }
        boolean silent = parsed.hasMatchedOption("--silent");
        boolean debug = parsed.hasMatchedOption("--debug");
        return new TranscribeRequest(
                jobs,
                format,
                model(parsed),
                engine(parsed, weights),
                hints(parsed),
                StreamFlags.read(parsed),
                new Verbosity(!silent, debug));
    }

    private static List<Input> inputs(ParseResult parsed) throws UsageException {
        List<String> files = new ArrayList<>(parsed.matchedOptionValue("-i", List.<String>of()));
        files.addAll(parsed.matchedPositionalValue(0, List.<String>of()));
        boolean stdin = parsed.hasMatchedOption("--stdin");
        if (parsed.hasMatchedOption("--live")) {
            if (stdin || !files.isEmpty()) {
                throw new UsageException(
                        "--live and " + (stdin ? "--stdin" : "files") + " exclude each other");
            }
            return List.of(new Input.FromMicrophone(parsed.matchedOptionValue("--device", "")));
        }
        if (stdin && !files.isEmpty()) {
            throw new UsageException("--stdin and files exclude each other");
        }
        if (!stdin && files.isEmpty()) {
            throw new UsageException(
                    "nothing to transcribe: name a recording, or use --stdin or --live");
        }
        if (stdin) {
            return List.of(new Input.FromStdin());
        }
        try {
            return files.stream().<Input>map(f -> new Input.FromFile(Values.path(f))).toList();
        } catch (TypeConversionException e) {
            // picocli would take a positional word that it cannot convert for an unknown one
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /// The model that `-d` and `--model` choose.
    static ModelChoice model(ParseResult parsed) throws UsageException {
        boolean folder = parsed.hasMatchedOption("-d");
        boolean name = parsed.hasMatchedOption("--model");
        if (folder && name) {
            throw new UsageException("-d and --model exclude each other");
        }
        if (folder) {
            return new ModelChoice.InFolder(parsed.matchedOptionValue("-d", Path.of("")));
        }
        return name
                ? new ModelChoice.Named(parsed.matchedOptionValue("--model", ""))
                : new ModelChoice.Best();
    }

    /// Where packed weights are kept; null for nowhere.
    static @Nullable Path cacheFolder(ParseResult parsed, Path weights) {
        return parsed.hasMatchedOption("--no-cache") ? null : weights;
    }

    private static EngineOptions engine(ParseResult parsed, Path weights) {
        return EngineOptions.defaults()
                .withThreads(parsed.matchedOptionValue("-t", 0))
                .withEncoderWindowSeconds(parsed.matchedOptionValue("--enc-window-sec", 0))
                .withPrecision(parsed.matchedOptionValue("--precision", Precision.AUTO))
                .withCacheFolder(cacheFolder(parsed, weights));
    }

    private static Hints hints(ParseResult parsed) {
        Hints none = Hints.none();
        Optional<Language> language =
                parsed.matchedOptionValue("--language", Optional.<Language>empty());
        Duration stretch = parsed.matchedOptionValue("-S", none.stretch());
        Duration search = parsed.matchedOptionValue("-W", none.search());
        PastText pastText = parsed.matchedOptionValue("--past-text", none.pastText());
        return none.withLanguage(language.orElse(null))
                .withContext(parsed.matchedOptionValue("--prompt", none.context()))
                .withStretch(stretch)
                .withSearch(search)
                .withPastText(pastText)
                .withSkipSilence(parsed.hasMatchedOption("--skip-silence"));
    }
}
