package dev.sayso.app.cli;

import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.EngineOptions.Precision;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A warm-up that begins before the arguments are parsed, for which a new process loads a library:
/// for the engine that a look at them suggests. When the command asks for another one, or for none,
/// it is stopped.
public final class EarlyWarming implements Warming.Beginner, AutoCloseable {

    /// With these among the arguments nothing is transcribed, or by an engine that is set up
    /// otherwise.
    private static final List<String> OTHERWISE =
            List.of("--no-cache", "--list-devices", "--help", "-h", "--version", "-V");

    private final Warming.Beginner beginner;
    private final @Nullable EngineOptions expected;
    private @Nullable Warming begun;

    EarlyWarming(
            Warming.Beginner beginner, @Nullable EngineOptions expected, @Nullable Warming begun) {
        this.beginner = beginner;
        this.expected = expected;
        this.begun = begun;
    }

    /// Begins, if there will be something to do, and returns at once.
    ///
    /// @param arguments of the command line, as they were typed
    /// @param weights where packed weights are kept
    public static EarlyWarming begin(String[] arguments, Path weights) {
        return begin(List.of(arguments), weights, Warming::begin);
    }

    static EarlyWarming begin(List<String> arguments, Path weights, Warming.Beginner beginner) {
        EngineOptions expected = expected(arguments, weights);
        return new EarlyWarming(
                beginner, expected, expected == null ? null : beginner.begin(expected));
    }

    /// The engine that arguments suggest; null when they suggest none.
    private static @Nullable EngineOptions expected(List<String> arguments, Path weights) {
        if (arguments.isEmpty()
                || !arguments.getFirst().equals(TranscribeCommand.NAME)
                || arguments.stream().anyMatch(OTHERWISE::contains)) {
            return null;
        }
        String word = Precision.AUTO.name();
        for (int i = 1; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--precision=")) {
                word = argument.substring(argument.indexOf('=') + 1);
            } else if (arguments.get(i - 1).equals("--precision")) {
                word = argument;
            }
        }
        for (Precision precision : Precision.values()) {
            if (precision.name().equals(word.toUpperCase(Locale.ROOT))) {
                return EngineOptions.defaults().withPrecision(precision).withCacheFolder(weights);
            }
        }
        return null;
    }

    @Override
    public Warming begin(EngineOptions options) {
        Warming early = begun;
        if (early != null && expected != null && suits(expected, options)) {
            // now it is the caller's to close
            begun = null;
            return early;
        }
        close();
        return beginner.begin(options);
    }

    /// Whether what was begun for one engine is what another needs: for these two it makes no
    /// difference.
    private static boolean suits(EngineOptions begun, EngineOptions wanted) {
        return begun.withThreads(wanted.threads())
                .withEncoderWindowSeconds(wanted.encoderWindowSeconds())
                .equals(wanted);
    }

    /// Stops what no command asked for.
    @Override
    public void close() {
        if (begun != null) {
            begun.close();
            begun = null;
        }
    }
}
