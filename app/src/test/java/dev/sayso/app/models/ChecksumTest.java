package dev.sayso.app.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ChecksumTest {

    private static final byte[] HELLO = "hello\n".getBytes(StandardCharsets.US_ASCII);

    /// As `git hash-object` and `sha256sum` say.
    @Test
    void agreesWithGitAndSha256sum() {
        Checksum git =
                new Checksum(Checksum.Kind.GIT_BLOB, "ce013625030ba8dba906f756967f9e9ca394464a");
        Checksum sha =
                new Checksum(
                        Checksum.Kind.SHA_256,
                        "5891B5B522D5DF086D0FF0B110FBD9D21BB4FC7163AF34D08286A2E846F6BE03");

        assertThat(git.matches(git.begin(6).digest(HELLO))).isTrue();
        assertThat(git.matches(git.begin(7).digest(HELLO))).isFalse();
        assertThat(sha.matches(sha.begin(6).digest(HELLO))).isTrue();
        assertThat(sha.matches(sha.begin(6).digest(new byte[6]))).isFalse();
    }

    @Test
    void refusesWhatIsNoSum() {
        for (String hex :
                new String[] {"", "xyz", "a".repeat(39), "a".repeat(64), "g".repeat(40)}) {
            assertThatThrownBy(() -> new Checksum(Checksum.Kind.GIT_BLOB, hex))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
