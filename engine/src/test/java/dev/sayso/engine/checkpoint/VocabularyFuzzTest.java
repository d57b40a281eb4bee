package dev.sayso.engine.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A bounded run of [VocabularyFuzz] with inputs that are the same every time.
class VocabularyFuzzTest {

    private static final int ROUNDS = 3000;

    /// Pieces that mean something to one of the parsers.
    private static final List<String> PIECES =
            List.of(
                    "{",
                    "}",
                    "[",
                    "]",
                    ":",
                    ",",
                    "\"",
                    "\\u0000",
                    "\\",
                    " ",
                    "\n",
                    "\r",
                    "-1",
                    "1e9",
                    "999999999999",
                    "null",
                    "true",
                    "#version",
                    "a b\n",
                    "\u0120",
                    "added_tokens_decoder",
                    "\"content\":",
                    "\"special\":",
                    "258",
                    "\ufeff",
                    "\ud7ff",
                    "[[[[[[[[");

    @Test
    void survivesSeedsAndWhatBecomesOfThem() throws Exception {
        List<byte[]> seeds = seeds();
        int sound = 0;
        for (int round = 0; round < ROUNDS; round++) {
            SplittableRandom random = new SplittableRandom(round);
            byte[] input = round < seeds.size() ? seeds.get(round) : mutant(seeds, random);
            try {
                sound += VocabularyFuzz.fuzz(input) ? 1 : 0;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("round " + round, e);
            }
        }

        // neither are all refused at once nor does everything pass
        assertThat(sound).isBetween(ROUNDS / 50, ROUNDS / 2);
    }

    private static List<byte[]> seeds() throws Exception {
        URI folder = VocabularyFuzzTest.class.getResource("/fuzz/vocabulary/vocab-sound").toURI();
        List<byte[]> seeds = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(folder).getParent())) {
            for (Path file : files.sorted().toList()) {
                seeds.add(Files.readAllBytes(file));
            }
        }
        assertThat(seeds).hasSizeGreaterThan(8);
        return seeds;
    }

    private static byte[] mutant(List<byte[]> seeds, SplittableRandom random) throws IOException {
        byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 1; i--) {
            int at = 1 + random.nextInt(bytes.length - 1);
            int to = Math.min(bytes.length, at + random.nextInt(8));
            bytes =
                    switch (random.nextInt(5)) {
                        case 0 -> {
                            bytes[at] ^= (byte) (1 << random.nextInt(8));
                            yield bytes;
                        }
                        case 1 -> joined(bytes, at, new byte[0], to);
                        case 2 -> joined(bytes, at, piece(random), to);
                        case 3 -> joined(bytes, at, piece(random), at);
                        default ->
                                joined(
                                        bytes,
                                        at,
                                        new byte[0],
                                        random.nextInt(9) == 0 ? bytes.length : at);
                    };
        }
        return bytes;
    }

    private static byte[] piece(SplittableRandom random) {
        return PIECES.get(random.nextInt(PIECES.size())).getBytes(UTF_8);
    }

    /// The bytes up to a place, others, and the bytes from another place on.
    private static byte[] joined(byte[] bytes, int end, byte[] middle, int from) {
        byte[] joined = new byte[end + middle.length + bytes.length - from];
        System.arraycopy(bytes, 0, joined, 0, end);
        System.arraycopy(middle, 0, joined, end, middle.length);
        System.arraycopy(bytes, from, joined, end + middle.length, bytes.length - from);
        return joined;
    }
}
