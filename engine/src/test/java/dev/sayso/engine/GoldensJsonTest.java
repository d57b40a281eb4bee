package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.engine.EngineOptions.Arithmetic;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole engine writes what the independent forward pass writes, for every sample in
/// `starter-model/goldens.json`.
class GoldensJsonTest {

    static Stream<JsonNode> samples() throws Exception {
        String json = Files.readString(StarterModel.FOLDER.resolve("goldens.json"));
        JsonNode all = JsonMapper.shared().readTree(json).get("samples");
        return StreamSupport.stream(all.spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSameText(JsonNode sample) throws Exception {
        String name = sample.get("file").asString().replace(".wav", "");
        EngineOptions options = EngineOptions.defaults().withThreads(2);
        try (SpeechRecognizer recognizer = SpeechRecognizer.open(StarterModel.FOLDER, options)) {
            Transcript transcript =
                    recognizer.transcribe(StarterModel.sample(name), Hints.none(), _ -> {});
            assertThat(transcript.text()).isEqualTo(sample.get("text").asString().strip());
            int stopToken = 1;
            assertThat(transcript.timings().work().newTokens())
                    .isEqualTo(sample.get("greedy_ids").size() + stopToken);
            assertThat(transcript.timings().work().promptTokens())
                    .isEqualTo(sample.get("prompt_tokens").asInt());
            int encoderRows = sample.get("encoder").get("shape").get(0).asInt();
            assertThat(transcript.timings().work().audioTokens()).isEqualTo(encoderRows);
        }
    }

    @ParameterizedTest
    @MethodSource("shared")
    void theSameTextOnRecordingsOutsideTheRepository(String name) throws Exception {
        Path wav = SharedFolder.shared("starter-model/samples/" + name + ".wav");
        Path text = SharedFolder.shared("starter-model/samples/" + name + ".txt");
        EngineOptions options = EngineOptions.defaults().withArithmetic(Arithmetic.VECTOR);
        try (SpeechRecognizer recognizer = SpeechRecognizer.open(StarterModel.FOLDER, options)) {
            var sound = dev.sayso.engine.audio.WavFile.read(wav).pcm();
            Transcript transcript = recognizer.transcribe(sound, Hints.none(), _ -> {});
            assertThat(transcript.text()).isEqualTo(Files.readString(text).strip());
        }
    }

    static Stream<String> shared() {
        return Stream.of("06-human-digits-jackson", "07-human-digits-yweweler");
    }
}
