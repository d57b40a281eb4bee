package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.EngineOptions;
import dev.sayso.engine.EngineOptions.Precision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EarlyWarmingTest {

    private static final Path WEIGHTS = Path.of("weights");

    private final List<EngineOptions> asked = new ArrayList<>();
    private final List<ScriptedWarming> begun = new ArrayList<>();

    private EarlyWarming begin(String arguments) {
        return EarlyWarming.begin(
                List.of(arguments.split(" ")),
                WEIGHTS,
                options -> {
                    ScriptedWarming warming = new ScriptedWarming();
                    asked.add(options);
                    begun.add(warming);
                    return warming;
                });
    }

    private static EngineOptions engine(Precision precision) {
        return EngineOptions.defaults().withPrecision(precision).withCacheFolder(WEIGHTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "transcribe --precision int8 talk.wav",
                "transcribe -i talk.wav --precision=int8",
                "transcribe --precision=bf16 --precision int8"
            })
    void whatTheArgumentsSuggestIsWhatTheCommandGets(String arguments) {
        EarlyWarming early = begin(arguments);
        assertThat(asked).containsExactly(engine(Precision.INT8));

        Warming got = early.begin(engine(Precision.INT8).withThreads(3));
        early.close();
        assertThat(got).isSameAs(begun.getFirst());
        assertThat(begun).hasSize(1);
        assertThat(begun.getFirst().closed).isFalse();
    }

    @Test
    void withoutAPrecisionItIsTheDefault() {
        EarlyWarming early = begin("transcribe talk.wav");
        assertThat(early.begin(engine(Precision.AUTO))).isSameAs(begun.getFirst());
    }

    @Test
    void anotherEngineIsBegunAnew() {
        EarlyWarming early = begin("transcribe talk.wav");
        Warming got = early.begin(engine(Precision.BF16));
        assertThat(begun).hasSize(2);
        assertThat(begun.getFirst().closed).isTrue();
        assertThat(got).isSameAs(begun.getLast());
        assertThat(begun.getLast().closed).isFalse();
    }

    @Test
    void oneThatNoCommandAskedForIsStopped() {
        begin("transcribe --no-such-option").close();
        assertThat(begun.getFirst().closed).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models list",
                "bench transcribe",
                "transcribe --help",
                "transcribe --list-devices",
                "transcribe --no-cache talk.wav",
                "transcribe --precision int4 talk.wav"
            })
    void othersBeginNone(String arguments) {
        EarlyWarming early = begin(arguments);
        assertThat(begun).isEmpty();

        EngineOptions uncached = engine(Precision.AUTO).withCacheFolder(null);
        assertThat(early.begin(uncached)).isSameAs(begun.getFirst());
        assertThat(asked).containsExactly(uncached);
    }
}
