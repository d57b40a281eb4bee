package dev.sayso.app.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class SingleInstanceTest {

    private static final Status LISTENING =
            new Status("listening", Duration.ofMillis(1234), "starter", 2);

    @TempDir Path temp;
    private final List<Request> asked = new CopyOnWriteArrayList<>();

    private SingleInstance claim(Path folder) throws IOException {
        return SingleInstance.claim(folder, this::answer).orElseThrow();
    }

    private Answer answer(Request request) {
        asked.add(request);
        return switch (request.command()) {
            case STATUS -> new Answer.Done(LISTENING);
            case CANCEL -> new Answer.Refused("there is nothing to cancel");
            case TOGGLE, START, STOP, SHOW, OPEN, QUIT -> new Answer.Done(null);
        };
    }

    @Test
    void aRequestIsHandedOverAndAnswered() throws IOException {
        Path folder = temp.resolve("run");
        InstanceClient client = new InstanceClient(folder);
        Path file = temp.resolve("Gespräch 对话 🎙 \"x\"\n.wav").toAbsolutePath();
        try (var _ = claim(folder)) {
            assertThat(client.send(Request.of(Command.TOGGLE))).isEqualTo(new Answer.Done(null));
            assertThat(client.send(Request.of(Command.STATUS)))
                    .isEqualTo(new Answer.Done(LISTENING));
            assertThat(client.send(Request.of(Command.CANCEL)))
                    .isEqualTo(new Answer.Refused("there is nothing to cancel"));
            assertThat(client.send(Request.open(List.of(file)))).isEqualTo(new Answer.Done(null));
        }
        assertThat(asked)
                .containsExactly(
                        Request.of(Command.TOGGLE),
                        Request.of(Command.STATUS),
                        Request.of(Command.CANCEL),
                        Request.open(List.of(file)));
    }

    @Test
    void onlyOneHasTheRight() throws IOException {
        try (var _ = claim(temp)) {
            assertThat(SingleInstance.claim(temp, this::answer)).isEmpty();
            // and the first one still answers
            new InstanceClient(temp).send(Request.of(Command.SHOW));
        }
        assertThat(asked).hasSize(1);
        try (var _ = claim(temp)) {
            new InstanceClient(temp).send(Request.of(Command.SHOW));
        }
    }

    @Test
    void ofManyWhoClaimAtOnceOneGetsIt() throws Exception {
        List<SingleInstance> owners = new CopyOnWriteArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            threads.add(
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            SingleInstance.claim(temp, this::answer)
                                                    .ifPresent(owners::add);
                                        } catch (IOException e) {
                                            throw new AssertionError(e);
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(owners).hasSize(1);
        owners.getFirst().close();
    }

    @Test
    void withoutAWindowTheClientSaysSo() {
        assertThatThrownBy(() -> new InstanceClient(temp).send(Request.of(Command.TOGGLE)))
                .isInstanceOf(NotRunningException.class);
        Path nowhere = temp.resolve("no/such/folder");
        assertThatThrownBy(() -> new InstanceClient(nowhere).send(Request.of(Command.TOGGLE)))
                .isInstanceOf(NotRunningException.class);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void aSocketLeftBehindDeceivesNobody() throws IOException {
        Path file = Address.socketFile(temp);
        try (var dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(file));
        }
        assertThat(file).exists();

        assertThatThrownBy(() -> new InstanceClient(temp).send(Request.of(Command.TOGGLE)))
                .isInstanceOf(NotRunningException.class);
        try (var _ = claim(temp)) {
            new InstanceClient(temp).send(Request.of(Command.TOGGLE));
        }
        assertThat(asked).hasSize(1);
        assertThat(file).doesNotExist();
    }

    @Test
    void aClientWaitsForAWindowThatIsAboutToListen() throws Exception {
        Thread late =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    try {
                                        Thread.sleep(300);
                                        var _ = claim(temp);
                                    } catch (IOException | InterruptedException e) {
                                        throw new AssertionError(e);
                                    }
                                });
        new InstanceClient(temp).send(Request.of(Command.SHOW), Duration.ofSeconds(20));
        late.join();
        assertThat(asked).hasSize(1);
    }

    @Test
    void wherePathsAreTooLongForASocketAPortAndASecretDo() throws IOException {
        Path folder = temp.resolve("ein sehr langer Ordner 很长的文件夹 ".repeat(4)).resolve("run");
        try (var _ = claim(folder)) {
            assertThat(Address.portFile(folder)).exists();
            assertThat(Address.socketFile(folder)).doesNotExist();
            assertThat(new InstanceClient(folder).send(Request.of(Command.STATUS)))
                    .isEqualTo(new Answer.Done(LISTENING));

            String port = Files.readString(Address.portFile(folder)).replaceFirst(" .*", "");
            Files.writeString(Address.portFile(folder), port + " " + "0".repeat(64));
            assertThat(new InstanceClient(folder).send(Request.of(Command.STATUS)))
                    .isEqualTo(new Answer.Refused("the secret is wrong"));
            Files.writeString(Address.portFile(folder), port);
            assertThat(new InstanceClient(folder).send(Request.of(Command.STATUS)))
                    .isEqualTo(new Answer.Refused("the secret is wrong"));
            assertThat(asked).hasSize(1);

            Files.writeString(Address.portFile(folder), "not a port");
            assertThatThrownBy(() -> new InstanceClient(folder).send(Request.of(Command.STATUS)))
                    .isInstanceOf(NotRunningException.class);
        }
        assertThat(Address.portFile(folder)).doesNotExist();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFolderIsTheUsersAlone() throws IOException {
        Path open =
                Files.createDirectory(
                        temp.resolve("open"),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwxrwxrwx")));
        Path fresh = temp.resolve("a/b/fresh");
        try (var _ = claim(open);
                var _ = claim(fresh)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(open)))
                    .isEqualTo("rwx------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(fresh)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whatIsNoFolderIsRefused() throws IOException {
        Path file = Files.writeString(temp.resolve("file"), "");
        Path link =
                Files.createSymbolicLink(
                        temp.resolve("link"), Files.createDirectory(temp.resolve("elsewhere")));

        assertThatThrownBy(() -> SingleInstance.claim(file, this::answer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected a folder");
        assertThatThrownBy(() -> SingleInstance.claim(link, this::answer))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected a folder");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "null",
                "{}",
                "{\"sayso\":1}",
                "{\"sayso\":1,\"command\":\"format\"}",
                "{\"sayso\":1,\"command\":7}",
                "{\"sayso\":2,\"command\":\"toggle\"}",
                "{\"sayso\":1,\"command\":\"toggle\",\"command\":\"stop\"}",
                "{\"sayso\":1,\"command\":\"toggle\",\"files\":[\"/etc/passwd\"]}",
                "{\"sayso\":1,\"command\":\"open\"}",
                "{\"sayso\":1,\"command\":\"open\",\"files\":[]}",
                "{\"sayso\":1,\"command\":\"open\",\"files\":[\"relative.wav\"]}",
                "{\"sayso\":1,\"command\":\"open\",\"files\":[\"/a\\u0000b\"]}",
                "{\"sayso\":1,\"command\":\"open\",\"files\":[7,{}]}",
                "{\"sayso\":1,\"x\":[[[[[[[[1]]]]]]]],\"command\":\"toggle\"}",
                "{\"sayso\":1,\"command\":\"toggle\"",
            })
    void whatIsNoRequestIsRefused(String line) throws IOException {
        try (var _ = claim(temp)) {
            assertThat(raw((line + "\n").getBytes(StandardCharsets.UTF_8)))
                    .startsWith("{\"sayso\":1,\"ok\":false,\"error\":\"");
            new InstanceClient(temp).send(Request.of(Command.SHOW));
        }
        assertThat(asked).containsExactly(Request.of(Command.SHOW));
    }

    @Test
    void rubbishAndTooMuchOfItDoNoHarm() throws IOException {
        byte[] noUtf8 = {'{', (byte) 0xff, (byte) 0xfe, '}', '\n'};
        byte[] tooMuch = new byte[Wire.LONGEST_REQUEST + 100_000];
        try (var _ = claim(temp)) {
            assertThat(raw(noUtf8)).isEmpty();
            assertThat(raw(tooMuch)).isEmpty();
            assertThat(raw(new byte[0])).isEmpty();
            new InstanceClient(temp).send(Request.of(Command.SHOW));
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void thoseWhoSayNothingAreHungUpOn() throws Exception {
        try (var _ = claim(temp)) {
            List<SocketChannel> silent = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                silent.add(
                        SocketChannel.open(UnixDomainSocketAddress.of(Address.socketFile(temp))));
            }
            long began = System.nanoTime();
            for (SocketChannel channel : silent) {
                assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
                channel.close();
            }
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began)).isLessThan(30);
            new InstanceClient(temp).send(Request.of(Command.SHOW), Duration.ofSeconds(5));
        }
        assertThat(asked).hasSize(1);
    }

    @Test
    void manyFilesAreHandedOverAtOnce() throws IOException {
        List<Path> files =
                IntStream.range(0, Request.MOST_FILES)
                        .mapToObj(i -> temp.resolve("Aufnahme " + "ü".repeat(50) + i + ".wav"))
                        .map(Path::toAbsolutePath)
                        .toList();
        try (var _ = claim(temp)) {
            new InstanceClient(temp).send(Request.open(files));
        }
        assertThat(asked).containsExactly(Request.open(files));
    }

    private String raw(byte[] bytes) throws IOException {
        try (var channel =
                SocketChannel.open(UnixDomainSocketAddress.of(Address.socketFile(temp)))) {
            ByteBuffer out = ByteBuffer.wrap(bytes);
            try {
                while (out.hasRemaining()) {
                    channel.write(out);
                }
                channel.shutdownOutput();
            } catch (IOException e) {
                // hung up on
                return "";
            }
            try {
                return Wire.readLine(channel, Wire.LONGEST_ANSWER);
            } catch (IOException e) {
                return "";
            }
        }
    }
}
