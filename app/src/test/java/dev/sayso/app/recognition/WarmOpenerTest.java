package dev.sayso.app.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.engine.EngineOptions;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmOpenerTest {

    private static final Path FOLDER = Path.of("model");

    private final List<String> seen = new ArrayList<>();
    private final IdleTranscriber model =
            new IdleTranscriber() {
                @Override
                public void close() {
                    seen.add("closed");
                }
            };

    private Transcriber open(WarmOpener.Waiting waiting) throws IOException {
        Transcriber.Opener opener =
                (folder, _) -> {
                    seen.add("opened " + folder);
                    return model;
                };
        return new WarmOpener(opener, waiting).open(FOLDER, EngineOptions.defaults());
    }

    @Test
    void waitsOnceTheModelIsOpen() throws IOException {
        assertThat(open(folder -> seen.add("waited for " + folder))).isSameAs(model);
        assertThat(seen).containsExactly("opened model", "waited for model");
    }

    @Test
    void closesTheModelWhenItIsInterrupted() {
        assertThatThrownBy(
                        () ->
                                open(
                                        _ -> {
                                            throw new InterruptedException();
                                        }))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(seen).containsExactly("opened model", "closed");
    }

    @Test
    void closesTheModelWhenItsFolderIsGone() {
        assertThatThrownBy(
                        () ->
                                open(
                                        folder -> {
                                            throw new IOException(folder + ": gone");
                                        }))
                .hasMessage("model: gone");
        assertThat(seen).containsExactly("opened model", "closed");
    }
}
