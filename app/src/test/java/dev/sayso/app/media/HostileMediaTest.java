package dev.sayso.app.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Files made to do harm: the answer is sound or a named error, never a crash, never another file,
/// never the network.
class HostileMediaTest {

    private static final List<String> KINDS =
            List.of(
                    "speech.mp3",
                    "speech.flac",
                    "speech.ogg",
                    "speech.opus",
                    "speech.m4a",
                    "speech.aac",
                    "speech.aiff",
                    "speech.wma",
                    "speech.ac3",
                    "speech.mp4",
                    "speech.avi",
                    "speech.mkv",
                    "speech.webm",
                    "speech.caf",
                    "mulaw.wav");

    private final MediaDecoder decoder = new MediaDecoder(Samples.LIBRARIES);

    @TempDir Path folder;

    @Test
    void filesCutAnywhereDoNotCrash() throws Exception {
        int read = 0;
        for (String kind : KINDS) {
            byte[] all = Files.readAllBytes(Samples.file(kind));
            for (int i = 1; i <= 24; i++) {
                read += survives(kind, Arrays.copyOf(all, (int) ((long) all.length * i / 25)));
            }
            for (int length = 1; length < 64; length += 7) {
                read += survives(kind, Arrays.copyOf(all, length));
            }
        }
        // most of them are still worth hearing
        assertThat(read).isGreaterThan(KINDS.size() * 12);
    }

    @Test
    void damagedFilesDoNotCrash() throws Exception {
        long seed = 20_26;
        Random random = new Random(seed);
        for (String kind : KINDS) {
            byte[] all = Files.readAllBytes(Samples.file(kind));
            for (int round = 0; round < 30; round++) {
                byte[] damaged = all.clone();
                // the headers more than the rest
                int reach = round % 3 == 0 ? Math.min(200, all.length) : all.length;
                int hits = 1 + random.nextInt(40);
                for (int i = 0; i < hits; i++) {
                    damaged[random.nextInt(reach)] = (byte) random.nextInt();
                }
                survives(kind, damaged);
            }
        }
    }

    /// @return 1 when there was sound
    private int survives(String kind, byte[] bytes) throws InterruptedException, IOException {
        Path file = folder.resolve(kind);
        Files.write(file, bytes);
        try {
            return decoder.read(file, _ -> {}).pcm().length() > 0 ? 1 : 0;
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith(file + ": ");
            return 0;
        }
    }

    @Test
    @Timeout(60)
    void playlistsFetchNothingAndOpenNoOtherFile() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String web = "http://127.0.0.1:" + server.getLocalPort() + "/speech.mp3";
            Path secret = Files.copy(Samples.file("speech.mp3"), folder.resolve("secret.mp3"));
            for (String target : List.of(web, secret.toString(), "secret.mp3")) {
                for (String list : playlists(target)) {
                    for (String name : List.of("x.m3u8", "x.mp3", "x.ffconcat", "x.sdp", "x")) {
                        Path file = folder.resolve(name);
                        Files.write(file, list.getBytes(StandardCharsets.UTF_8));
                        assertThatThrownBy(() -> decoder.read(file, _ -> {}))
                                .as(name + ": " + list)
                                .isInstanceOf(MediaException.class);
                    }
                }
            }
            // nobody has knocked
            server.setSoTimeout(100);
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static List<String> playlists(String target) {
        return List.of(
                "#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:10\n#EXTINF:9.0,\n"
                        + target
                        + "\n#EXT-X-ENDLIST\n",
                "ffconcat version 1.0\nfile '" + target + "'\nduration 2\n",
                "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\""
                        + " mediaPresentationDuration=\"PT2S\"><Period><AdaptationSet"
                        + " mimeType=\"audio/mp4\"><Representation id=\"1\"><BaseURL>"
                        + target
                        + "</BaseURL></Representation></AdaptationSet></Period></MPD>",
                "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=audio 9 RTP/AVP 0\n",
                "[playlist]\nFile1=" + target + "\nNumberOfEntries=1\nVersion=2\n");
    }
}
