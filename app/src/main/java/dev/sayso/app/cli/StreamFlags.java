package dev.sayso.app.cli;

import dev.sayso.engine.StreamOptions;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The options of `sayso transcribe` that are about listening to sound while it arrives.
final class StreamFlags {

    private static final List<String> NEED_A_STREAM =
            List.of(
                    "--stream-chunk-sec",
                    "--stream-max-new-tokens",
                    "--vad",
                    "--no-vad",
                    "--vad-pause");

    private static final List<String> NOT_IN_A_STREAM = List.of("-S", "-W", "--skip-silence");

    private StreamFlags() {}

    /// Adds all of them to a command.
    static void declare(CommandSpec command) {
        Commands.flag(
                command,
                "--stream",
                "Write while the sound arrives: text that stays, and on a terminal text that may"
                        + " still change.");
        Commands.flag(command, "--live", "Listen to a microphone (and --stream); Enter ends it.");
        Commands.value(
                command,
                "--device",
                "NAME",
                word -> word,
                "The microphone, or a part of its name. Default: the system's choice.");
        Commands.flag(command, "--list-devices", "List the microphones and do nothing else.");
        declareRounds(command);
    }

    /// Adds those that say how rounds and utterances are made.
    static void declareRounds(CommandSpec command) {
        Commands.value(
                command,
                "--stream-chunk-sec",
                "SECONDS",
                word -> Values.seconds(word, 0.5, 8),
                "New sound after which the text is brought up to date. Default: 2.");
        Commands.value(
                command,
                "--stream-max-new-tokens",
                "N",
                word -> Values.whole(word, StreamOptions.FEWEST_NEW_TOKENS, 1024),
                "Tokens that may be added each time. Default: 32.");
        Commands.flag(
                command,
                "--vad",
                "Listen to speech only, and take a pause for the end of what is said: the default"
                        + " of --stream.");
        Commands.flag(command, "--no-vad", "Listen to everything.");
        Commands.value(
                command,
                "--vad-pause",
                "SECONDS",
                word -> Values.seconds(word, 0.1, 10),
                "How long a pause is that ends what is said. Default: 0.8.");
    }

    /// How to listen; null when recordings are to be heard as a whole.
    ///
    /// @throws UsageException when options do not fit together
    static @Nullable StreamOptions read(ParseResult parsed) throws UsageException {
        boolean live = parsed.hasMatchedOption("--live");
        if (parsed.hasMatchedOption("--device") && !live) {
            throw new UsageException("--device needs --live");
        }
        if (!live && !parsed.hasMatchedOption("--stream")) {
            for (String option : NEED_A_STREAM) {
                if (parsed.hasMatchedOption(option)) {
                    throw new UsageException(option + " needs --stream or --live");
                }
            }
            return null;
        }
        for (String option : NOT_IN_A_STREAM) {
            if (parsed.hasMatchedOption(option)) {
                String mode = live ? "--live" : "--stream";
                throw new UsageException(option + " and " + mode + " exclude each other");
            }
        }
        return rounds(parsed);
    }

    /// How rounds and utterances are made.
    ///
    /// @throws UsageException when options do not fit together
    static StreamOptions rounds(ParseResult parsed) throws UsageException {
        boolean everything = parsed.hasMatchedOption("--no-vad");
        if (everything && parsed.hasMatchedOption("--vad")) {
            throw new UsageException("--vad and --no-vad exclude each other");
        }
        if (everything && parsed.hasMatchedOption("--vad-pause")) {
            throw new UsageException("--vad-pause and --no-vad exclude each other");
        }
        StreamOptions options = StreamOptions.defaults();
        Duration round = parsed.matchedOptionValue("--stream-chunk-sec", options.round());
        int tokens = parsed.matchedOptionValue("--stream-max-new-tokens", options.mostNewTokens());
        return options.withRound(round)
                .withMostNewTokens(tokens)
                .withDetectSpeech(!everything)
                .withPause(parsed.matchedOptionValue("--vad-pause", options.pause()));
    }
}
