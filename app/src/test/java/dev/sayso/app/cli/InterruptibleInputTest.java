package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sayso.app.media.MediaDecoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class InterruptibleInputTest {

    @Test
    void givesAllBytesAndThenTheEnd() throws IOException {
        byte[] bytes = new byte[1_000_003];
        new SplittableRandom(1).nextBytes(bytes);
        InputStream in = new InterruptibleInput(new ByteArrayInputStream(bytes));

        assertThat(in.read()).isEqualTo(bytes[0] & 0xff);
        assertThat(in.readNBytes(7)).startsWith(bytes[1]).endsWith(bytes[7]);
        assertThat(in.readAllBytes()).hasSize(bytes.length - 8).endsWith(bytes[bytes.length - 1]);
        assertThat(in.read()).isEqualTo(-1);
        assertThat(in.read(new byte[9])).isEqualTo(-1);
    }

    @Test
    void passesAFailureOn() throws IOException {
        InputStream broken =
                new InputStream() {
                    private int left = 3;

                    @Override
                    public int read() throws IOException {
                        throw new IOException("broken");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) throws IOException {
                        return left-- > 0 ? 1 : read();
                    }
                };
        InputStream in = new InterruptibleInput(broken);

        assertThat(in.readNBytes(3)).hasSize(3);
        assertThatThrownBy(in::read).isInstanceOf(IOException.class).hasMessage("broken");
        assertThat(in.read()).isEqualTo(-1);
    }

    @Test
    void anInterruptEndsTheWaitAndLosesNothing() throws IOException {
        PipedOutputStream writer = new PipedOutputStream();
        InputStream in = new InterruptibleInput(new PipedInputStream(writer));
        Thread.currentThread().interrupt();

        assertThatThrownBy(in::read).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        writer.write(42);
        writer.flush();
        assertThat(in.read()).isEqualTo(42);
    }

    @Test
    void theCommandLineStopsWhileItWaitsForStandardInput() throws Exception {
        Recordings recordings =
                new Recordings(
                        new PipedInputStream(new PipedOutputStream()),
                        new MediaDecoder(Path.of("target", "decoder")));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> recordings.read(new Input.FromStdin()))
                .isInstanceOf(IOException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
