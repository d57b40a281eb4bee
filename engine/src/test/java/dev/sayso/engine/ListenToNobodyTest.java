package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.audio.AudioSource;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.SpeechlessClip;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Where nobody speaks nothing is written, and nothing of a prompt is ever echoed.
@Timeout(300)
class ListenToNobodyTest {

    private static final String VOCABULARY =
            "Anna, Karen, Thomas, invoice, presentation, budget, meeting, deadline, contract,"
                    + " conference, parking, envelope, office, folder, schedule, interview";

    @SuppressWarnings("NullAway.Init")
    private static Qwen3Recognizer recognizer;

    @BeforeAll
    static void open() throws IOException {
        recognizer = Qwen3Recognizer.open(StarterModel.FOLDER, EngineOptions.defaults());
    }

    @AfterAll
    static void close() {
        recognizer.close();
    }

    @Test
    void ofAHundredClipsNearlyAllAreEmpty() throws Exception {
        List<String> invented = invented(SpeechlessClip.hundred(), Hints.none());
        IO.println("invented from a hundred speechless clips: " + invented);
        assertThat(invented).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aVocabularyIsNotEchoed() throws Exception {
        Hints hints = Hints.none().withContext(VOCABULARY);
        for (String text : invented(SpeechlessClip.hundred(), hints)) {
            for (String word : WordErrors.words(VOCABULARY)) {
                assertThat(text.toLowerCase(Locale.ROOT)).doesNotContain(word);
            }
        }
    }

    @Test
    void noiseBetweenWordsAddsNone() throws Exception {
        String name = "04-known-female-voice";
        Pcm speech = StarterModel.sample(name);
        Pcm noise = SpeechlessClip.hundred().get(30).sound();
        float[] samples = new float[2 * noise.length() + speech.length()];
        noise.copyTo(samples, 0);
        speech.copyTo(samples, noise.length());
        noise.copyTo(samples, noise.length() + speech.length());
        Transcript transcript =
                recognizer.listen(
                        AudioSource.of(Pcm.of(samples)),
                        Hints.none(),
                        StreamOptions.defaults(),
                        _ -> {});
        assertThat(WordErrors.words(transcript.text()).size())
                .as(transcript.text())
                .isLessThanOrEqualTo(WordErrors.words(StarterModel.said(name)).size() + 1);
    }

    /// What was written, with the clip's name.
    private static List<String> invented(List<SpeechlessClip> clips, Hints hints) throws Exception {
        List<String> invented = new ArrayList<>();
        for (SpeechlessClip clip : clips) {
            String text =
                    recognizer
                            .listen(
                                    AudioSource.of(clip.sound()),
                                    hints,
                                    StreamOptions.defaults(),
                                    _ -> {})
                            .text();
            if (!text.isEmpty()) {
                invented.add(clip.name() + ": " + text);
            }
        }
        return invented;
    }
}
