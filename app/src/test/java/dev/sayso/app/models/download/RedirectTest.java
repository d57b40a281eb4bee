package dev.sayso.app.models.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

    private static final URI SECURE = URI.create("https://host.example/a/b");
    private static final URI PLAIN = URI.create("http://localhost:80/a/b");

    @Test
    void leadsToOtherHostsAndRelativePlaces() throws IOException {
        assertThat(HttpAccess.target(SECURE, "/c?d=e")).hasToString("https://host.example/c?d=e");
        assertThat(HttpAccess.target(SECURE, "https://cdn.example/x"))
                .hasToString("https://cdn.example/x");
        assertThat(HttpAccess.target(PLAIN, "https://cdn.example/x"))
                .hasToString("https://cdn.example/x");
        assertThat(HttpAccess.target(PLAIN, "c")).hasToString("http://localhost:80/a/c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host.example/a/b",
                "HTTP://host.example/",
                "http://localhost/",
                "file:///etc/passwd",
                "ftp://host.example/",
                "javascript:alert(1)",
                "",
                " ",
                "https:",
                "https:///x",
                "%%"
            })
    void neverLeadsOutOfHttps(String location) {
        assertThatThrownBy(() -> HttpAccess.target(SECURE, location))
                .isInstanceOfSatisfying(
                        DownloadException.class,
                        e -> assertThat(e.reason()).isEqualTo(DownloadException.Reason.REDIRECT));
    }
}
