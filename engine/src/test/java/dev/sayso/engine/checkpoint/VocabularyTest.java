package dev.sayso.engine.checkpoint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VocabularyTest {

    @TempDir private Path folder;

    private String vocab = SmallVocabulary.vocab(",\"ab\":256,\"abc\":257");
    private String merges = "#version: 0.2\na b\nab c\n";
    private String config =
            """
            {"x": [{"y": null}], "added_tokens_decoder": {
                "258": {"content": "<|im_end|>", "special": true, "lstrip": false},
                "259": {"content": "<asr_text>", "special": false}}}
            """;

    @Test
    void knowsBytesMergesAndAddedTokens() throws IOException {
        Vocabulary vocabulary = read();

        assertThat(vocabulary.size()).isEqualTo(260);
        assertThat(vocabulary.ordinary()).isEqualTo(258);
        assertThat(vocabulary.bytes(257)).isEqualTo("abc".getBytes(UTF_8));
        assertThat(vocabulary.bytes(259)).isEqualTo("<asr_text>".getBytes(UTF_8));
        assertThat(vocabulary.merge(vocabulary.byteToken('a'), vocabulary.byteToken('b')))
                .isEqualTo(256);
        assertThat(vocabulary.merge(256, vocabulary.byteToken('c'))).isEqualTo((1L << 32) + 257);
        assertThat(vocabulary.merge(vocabulary.byteToken('b'), vocabulary.byteToken('a')))
                .isNegative();
        assertThat(vocabulary.added("<|im_end|>")).hasValue(258);
        assertThat(vocabulary.added("ab")).isEmpty();
        assertThat(vocabulary.added()).containsOnlyKeys("<|im_end|>", "<asr_text>");
        assertThat(vocabulary.isSpecial(258)).isTrue();
        assertThat(vocabulary.isSpecial(259)).isFalse();
        assertThat(vocabulary.required("<asr_text>")).isEqualTo(259);
    }

    @Test
    void saysTheSameAsBytesAndBack() throws IOException {
        Vocabulary vocabulary = read();
        byte[] bytes = bytes(vocabulary);

        VocabularyTables tables = VocabularyTables.decode(MemorySegment.ofArray(bytes));
        Vocabulary again = Vocabulary.read(folder, requireNonNull(tables));

        assertThat(again.size()).isEqualTo(vocabulary.size());
        assertThat(again.added()).isEqualTo(vocabulary.added());
        for (int id = 0; id < vocabulary.size(); id++) {
            assertThat(again.bytes(id)).isEqualTo(vocabulary.bytes(id));
            for (int right = 0; right < vocabulary.ordinary(); right++) {
                assertThat(again.merge(id, right)).isEqualTo(vocabulary.merge(id, right));
            }
        }
        assertThat(again.byteToken('z')).isEqualTo(vocabulary.byteToken('z'));
        assertThat(bytes(again)).isEqualTo(bytes);
    }

    private static byte[] bytes(Vocabulary vocabulary) {
        ByteBuffer encoded = vocabulary.tables().encode();
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    @Test
    void takesNoOtherBytesForItsOwn() throws IOException {
        byte[] bytes = bytes(read());

        for (int length : new int[] {0, 23, 24, bytes.length - 1, bytes.length + 1}) {
            MemorySegment cut = MemorySegment.ofArray(Arrays.copyOf(bytes, length));
            assertThat(VocabularyTables.decode(cut)).as(length + " bytes").isNull();
        }
        for (int count = 0; count < 16; count += Integer.BYTES) {
            byte[] lying = bytes.clone();
            lying[count + 3] = (byte) 0xff;
            assertThat(VocabularyTables.decode(MemorySegment.ofArray(lying))).isNull();
        }
    }

    @Test
    void hasATokenForEveryByte() throws IOException {
        Vocabulary vocabulary = read();
        BitSet seen = new BitSet();

        for (int value = 0; value < 256; value++) {
            int id = vocabulary.byteToken(value);
            assertThat(vocabulary.bytes(id)).containsExactly(value);
            seen.set(id);
        }
        assertThat(seen.cardinality()).isEqualTo(256);
    }

    @Test
    void takesIdsInAnyOrderAndLinesEndingAsOnWindows() throws IOException {
        vocab = SmallVocabulary.vocab(",\"abc\":257,\"ab\":256");
        merges = "a b\r\n\r\nab c";

        assertThat(read().bytes(257)).isEqualTo("abc".getBytes(UTF_8));
        assertThat(read().merge(256, 66)).isEqualTo((1L << 32) + 257);
    }

    @Test
    void takesAnAddedTokenThatIsInBothFiles() throws IOException {
        config = config.replace("258", "257").replace("<|im_end|>", "abc").replace("259", "258");

        assertThat(read().size()).isEqualTo(259);
        assertThat(read().isSpecial(257)).isTrue();
        assertThat(read().bytes(258)).isEqualTo("<asr_text>".getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "\"ab\":256; \"ab\":\"256\"; an id from 0 to 1048575, found a string",
                "\"ab\":256; \"ab\":-1; found \"-1\" (line 1",
                "\"ab\":256; \"ab\":1.5; found \"1.5\"",
                "\"ab\":256; \"ab\":99999999999999; found \"99999999999999\"",
                "\"ab\":256; \"ab\":1048576; found \"1048576\"",
                "\"ab\":256; \"ab\":null; found \"null\"",
                "\"ab\":256; \"ab\":[256]; found an array",
                "\"ab\":256; \"ab\":{}; found an object",
                "\"ab\":256; \"ab\":257; each id from 0 to 257 once, found twice the id 257",
                "\"ab\":256; \"ab\":300; each id from 0 to 257 once, found id 300",
                "\"ab\":256; \"abc\":256; different tokens, found the same for ids 256 and 257",
                "\"ab\":256; \"a\\u0062c\":256; found the same for ids 256 and 257",
                "\"ab\":256; \"\":256; tokens of 1 to 4096 bytes, found one of 0",
                "\"ab\":256; \"中\":256; characters of the byte alphabet, found \"中\"",
                "\"ab\":256; \"a b\":256; characters of the byte alphabet, found \"a b\"",
                "\"a\":64; \"ax\":64; a token for each byte, found none for byte 97",
                "\"ab\":256; \"ab\":256,; JSON, found an error",
                "\"ab\":256; \"ab\" 256; JSON, found an error",
            })
    void refusesABrokenVocab(String part, String instead, String message) {
        assertThat(vocab).contains(part);
        vocab = vocab.replace(part, instead);

        refused("vocab.json", message);
    }

    @Test
    void refusesAVocabThatIsNoObject() {
        vocab = "";
        refused("vocab.json", "expected an object, found nothing");
        vocab = "[]";
        refused("vocab.json", "expected an object, found an array");
        vocab = "{}";
        refused("vocab.json", "a token for each byte, found none for byte 0");
        vocab = "[".repeat(100_000);
        refused("vocab.json", "expected an object");
        vocab = "{\"a\":" + "[".repeat(100_000);
        refused("vocab.json", "found an array");
        vocab = SmallVocabulary.vocab("") + " {}";
        refused("vocab.json", "nothing after the object, found more");
        vocab = SmallVocabulary.vocab("").substring(0, 700);
        refused("vocab.json", "JSON, found an error");
        vocab = "{\"" + "a".repeat(4097) + "\": 0}";
        refused("vocab.json", "tokens of 1 to 4096 bytes, found one of 4097");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ab; two tokens with a space between, found \"ab\" in line 2",
                "a  b; characters of the byte alphabet",
                "a b c; characters of the byte alphabet",
                "a 中; characters of the byte alphabet",
                "a c; two tokens of vocab.json that make a third, found \"a c\" in line 2",
                "abcab c; two tokens of vocab.json that make a third",
                "#version: 0.2; two tokens of vocab.json that make a third",
            })
    void refusesABrokenMerge(String line, String message) {
        merges = "#version: 0.2\n" + line + "\n";

        refused("merges.txt", message);
    }

    @Test
    void refusesMergesThatRepeatOrOverflow() {
        merges = "a b\nab c\na b\n";
        refused("merges.txt", "each merge once, found \"a b\" in line 3");
        merges = "\n".repeat(2_000_000);
        refused("merges.txt", "at most 1048576 lines");
        merges = "a ".repeat(100_000);
        refused("merges.txt", "two tokens with a space between");
        merges = "a ";
        refused("merges.txt", "two tokens of vocab.json");
        merges = " a";
        refused("merges.txt", "two tokens of vocab.json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "added_tokens_decoder; added; a table added_tokens_decoder, found none",
                "\"258\"; \"-1\"; an id as key in added_tokens_decoder, found \"-1\"",
                "\"258\"; \"0258\"; an id as key",
                "\"258\"; \"9999999\"; an id as key",
                "\"258\"; \"99999999999\"; an id as key",
                "\"258\"; \"260\"; ids without holes, the next being 258, found id 259",
                "\"258\"; \"7\"; added tokens after the last id of vocab.json, 257, found id 7",
                "\"258\"; \"259\"; Duplicate",
                "\"<asr_text>\"; \"<|im_end|>\"; different added tokens, found twice \"<|im_end|>\"",
                "\"<asr_text>\"; 5; a short string as content, found \"5\"",
                "\"<asr_text>\"; \"\"; a content for added token 259, found none",
                "\"content\": \"<asr_text>\",; ``; a content for added token 259, found none",
                "\"special\": true; \"special\": 1; special to be true or false, found \"1\"",
                "\"special\": true; \"special\": \"yes\"; special to be true or false, found a string",
                "{\"content\": \"<asr_text>\"; [{\"content\": \"<asr_text>\"; an object for added token 259",
                "{\"x\"; {\"added_tokens_decoder\": [], \"x\"; to be an object, found an array",
                "null; [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[; JSON, found an error",
            })
    void refusesABrokenTableOfAddedTokens(String part, String instead, String message) {
        assertThat(config).contains(part);
        config = config.replace(part, instead);

        refused("tokenizer_config.json", message);
    }

    @Test
    void refusesFilesThatAreMissingOrNotText() throws IOException {
        write();
        Files.write(folder.resolve("merges.txt"), "a \u00e9\n".getBytes(ISO_8859_1));
        refusedAsWritten("merges.txt", "expected UTF-8, found other bytes");
        Files.delete(folder.resolve("merges.txt"));
        refusedAsWritten("merges.txt", "expected a file, found none");
        Files.createDirectory(folder.resolve("merges.txt"));
        refusedAsWritten("merges.txt", "expected a file, found something else");
        Files.write(folder.resolve("vocab.json"), new byte[VocabularyFile.MOST_BYTES + 1]);
        refusedAsWritten("vocab.json", "expected at most 16777216 bytes, found more");
    }

    @Test
    void keepsMessagesShortAndOnOneLine() {
        vocab = "{\"" + "\\n\\u001b[31m".repeat(300) + "\": true}";

        assertThatIOException()
                .isThrownBy(this::read)
                .satisfies(
                        e ->
                                assertThat(e.getMessage())
                                        .hasSizeLessThan(400)
                                        .doesNotContain("\n", "\u001b"));
    }

    @Test
    void namesTheFileWhereANeededTokenIsMissing() throws IOException {
        Vocabulary vocabulary = read();

        assertThatIOException()
                .isThrownBy(() -> vocabulary.required("<|im_start|>"))
                .withMessage(
                        "%s: expected an added token <|im_start|>, found none of that name",
                        folder.resolve("tokenizer_config.json"));
    }

    @Test
    void refusesIdsThatAreNone() throws IOException {
        Vocabulary vocabulary = read();

        assertThatIllegalArgumentException().isThrownBy(() -> vocabulary.bytes(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vocabulary.bytes(260))
                .withMessage("token 260 of 260");
    }

    private void refused(String file, String message) {
        try {
            write();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        refusedAsWritten(file, message);
    }

    private void refusedAsWritten(String file, String message) {
        assertThatIOException()
                .isThrownBy(() -> Vocabulary.read(folder))
                .withMessageStartingWith(folder.resolve(file) + ": expected ")
                .withMessageContaining(", found ")
                .withMessageContaining(message);
    }

    private Vocabulary read() throws IOException {
        write();
        return Vocabulary.read(folder);
    }

    private void write() throws IOException {
        Files.writeString(folder.resolve("vocab.json"), vocab);
        Files.writeString(folder.resolve("merges.txt"), merges);
        Files.writeString(folder.resolve("tokenizer_config.json"), config);
    }
}
