package dev.sayso.engine.audio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.SharedFolder;
import dev.sayso.engine.StarterModel;
import dev.sayso.engine.audio.EndpointingTrial.Noise;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How well [SpeechDetector] does on made and recorded sounds; prints the tables of
/// `ENDPOINTING.md`.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointingTest {

    private List<PausedSpeech> synthetic = List.of();

    /// Made when first needed: the recordings may not be there.
    private List<PausedSpeech> people = List.of();

    @BeforeAll
    void prepare() throws IOException {
        List<Pcm> recordings = new ArrayList<>();
        for (String name :
                List.of(
                        "01-unseen-female-voice",
                        "02-unseen-female-voice-two-sentences",
                        "03-unseen-male-voice-two-sentences",
                        "04-known-female-voice",
                        "05-known-male-voice",
                        "08-long-with-pauses")) {
            recordings.add(StarterModel.sample(name));
        }
        synthetic = EndpointingTrial.prepare(recordings);
        System.out.println(EndpointingTrial.HEADER);
    }

    @ParameterizedTest
    @CsvSource({"WHITE, 20", "WHITE, 10", "WHITE, 5", "PINK, 20", "PINK, 10", "PINK, 5"})
    void findsPausesOfSyntheticVoices(Noise noise, int ratio) {
        EndpointingTrial trial = run("synthetic", synthetic, noise, ratio);

        assertThat(trial.audible().foundPercent()).isGreaterThanOrEqualTo(95);
        assertThat(trial.audible().cutPercent()).isLessThan(2);
        // noise hides ends of words: these hold what is reached against the clean recording
        assertThat(trial.whole().foundPercent()).isGreaterThanOrEqualTo(ratio == 5 ? 85 : 95);
        assertThat(trial.whole().cutPercent()).isLessThan(ratio == 20 ? 2 : 12);
    }

    @ParameterizedTest
    @CsvSource({"WHITE, 20", "WHITE, 10", "WHITE, 5", "PINK, 20", "PINK, 10", "PINK, 5"})
    void findsPausesOfPeople(Noise noise, int ratio) throws IOException {
        if (people.isEmpty()) {
            people = EndpointingTrial.prepare(recordingsOfPeople());
        }
        EndpointingTrial trial = run("people", people, noise, ratio);

        // at 20 dB the room of one recording is louder than the noise and sounds on between the
        // words, so that it has no edges that energy could tell
        assertThat(trial.audible().foundPercent()).isGreaterThanOrEqualTo(ratio == 20 ? 50 : 95);
        assertThat(trial.audible().cutPercent()).isLessThan(2);
    }

    private static List<Pcm> recordingsOfPeople() throws IOException {
        List<Pcm> recordings = new ArrayList<>();
        // after that people applaud
        Pcm jfk = WavFile.read(SharedFolder.shared("speech/jfk.wav")).pcm();
        recordings.add(jfk.slice(0, 10_250 * Pcm.RATE / 1000));
        for (String file :
                List.of(
                        "speech/test_speech.wav",
                        "starter-model/samples/06-human-digits-jackson.wav",
                        "starter-model/samples/07-human-digits-yweweler.wav")) {
            recordings.add(WavFile.read(SharedFolder.shared(file)).pcm());
        }
        return recordings;
    }

    private static EndpointingTrial run(
            String name, List<PausedSpeech> prepared, Noise noise, int ratio) {
        EndpointingTrial trial = EndpointingTrial.run(name, prepared, noise, ratio, Segments::of);
        System.out.println(trial.row());
        return trial;
    }

    @Test
    void staysClosedWhereNobodySpeaks() {
        assertThat(opened(SpeechlessClip.hundred())).isLessThanOrEqualTo(2);
    }

    @Test
    void seldomOpensForMusic() {
        assertThat(opened(SpeechlessClip.music())).isLessThanOrEqualTo(4);
    }

    private static int opened(List<SpeechlessClip> clips) {
        Map<String, List<String>> opened = new TreeMap<>();
        for (SpeechlessClip clip : clips) {
            List<String> names = opened.computeIfAbsent(clip.kind(), _ -> new ArrayList<>());
            if (!Segments.of(clip.samples()).isEmpty()) {
                names.add(clip.name());
            }
        }
        System.out.println("of " + clips.size() + " clips without speech opened: " + opened);
        return opened.values().stream().mapToInt(List::size).sum();
    }
}
