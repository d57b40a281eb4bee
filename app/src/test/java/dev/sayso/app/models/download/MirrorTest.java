package dev.sayso.app.models.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MirrorTest {

    @Test
    void nothingMeansTheUsualPlace() throws IOException {
        assertThat(Mirror.of("  ").head("Qwen/Qwen3-ASR-0.6B"))
                .hasToString("https://huggingface.co/api/models/Qwen/Qwen3-ASR-0.6B/revision/main");
    }

    @Test
    void anAddressMayHaveAPathAndSlashesAtItsEnd() throws IOException {
        assertThat(Mirror.of(" https://models.example.org/hf// ").file("A/B", "c", "d.json"))
                .hasToString("https://models.example.org/hf/A/B/resolve/c/d.json");
        assertThat(Mirror.of("http://localhost:8080").base()).isEqualTo("http://localhost:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "huggingface.co",
                "ftp://x.org",
                "https://",
                "https://me:secret@x.org",
                "https://x.org?a",
                "https://x.org#a",
                "https://x .org",
                "file:///tmp"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThatThrownBy(() -> Mirror.of(typed))
                .isInstanceOfSatisfying(
                        DownloadException.class,
                        e -> assertThat(e.reason()).isEqualTo(DownloadException.Reason.ADDRESS));
    }
}
