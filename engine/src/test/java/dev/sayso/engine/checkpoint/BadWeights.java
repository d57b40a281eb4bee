package dev.sayso.engine.checkpoint;

import static dev.sayso.engine.checkpoint.BadFolder.bad;
import static dev.sayso.engine.checkpoint.FolderEdit.cut;
import static dev.sayso.engine.checkpoint.FolderEdit.danglingLink;
import static dev.sayso.engine.checkpoint.FolderEdit.delete;
import static dev.sayso.engine.checkpoint.FolderEdit.file;
import static dev.sayso.engine.checkpoint.FolderEdit.folder;
import static dev.sayso.engine.checkpoint.FolderEdit.header;
import static dev.sayso.engine.checkpoint.FolderEdit.headerLength;
import static dev.sayso.engine.checkpoint.FolderEdit.replace;
import static dev.sayso.engine.checkpoint.FolderEdit.replaceHeader;
import static dev.sayso.engine.checkpoint.FolderEdit.tensor;

import java.util.List;

/// Folders whose weights are wrong.
final class BadWeights {

    private static final String WEIGHTS = "model.safetensors";
    private static final String INDEX = "model.safetensors.index.json";
    private static final String SECOND = "model-00002-of-00002.safetensors";
    private static final String CONFIG = "config.json";
    private static final String NORM = "thinker.model.norm.weight";
    private static final String F32_4 = "\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":";

    private BadWeights() {}

    static final List<BadFolder> HEADERS =
            List.of(
                    bad("negative length", headerLength(-1), WEIGHTS, "18446744073709551615 bytes"),
                    bad("least length", headerLength(Long.MIN_VALUE), WEIGHTS, "header of 92233"),
                    bad("huge length", headerLength(100_000_001), WEIGHTS, "header of 100000001"),
                    bad("zero length", headerLength(0), WEIGHTS, "header of 0 bytes"),
                    bad("past the file", headerLength(90_000_000), WEIGHTS, "bytes are missing"),
                    bad("not JSON", header("hello!"), WEIGHTS, "expected JSON in the header"),
                    bad("cut JSON", header("{\"t\":{\"dtype\":"), WEIGHTS, "end-of-input"),
                    bad("an array", header("[]"), WEIGHTS, "expected a JSON object, found \"[\""),
                    bad("only spaces", header("    "), WEIGHTS, "expected a JSON object"),
                    bad("text after the end", header("{} {}"), WEIGHTS, "nothing after its end"),
                    bad("bad UTF-8", FolderEdit.headerBytes("{\"\u00ff\":1}"), WEIGHTS, "UTF-8"),
                    bad(
                            "same tensor twice",
                            header("{\"t\":{%s[0,16]},\"t\":{%s[16,32]}}".formatted(F32_4, F32_4)),
                            WEIGHTS,
                            "Duplicate"),
                    bad("same key twice", tensor(F32_4 + "[0,16],\"shape\":[4]"), WEIGHTS, "Dupl"),
                    bad(
                            "overlap",
                            header("{\"a\":{%s[0,16]},\"b\":{%s[12,28]}}".formatted(F32_4, F32_4)),
                            WEIGHTS,
                            "b: expected data of its own, found it overlapping a"),
                    bad(
                            "same bytes twice",
                            header("{\"a\":{%s[0,16]},\"b\":{%s[0,16]}}".formatted(F32_4, F32_4)),
                            WEIGHTS,
                            "overlapping"),
                    bad(
                            "out of the file",
                            tensor(F32_4 + "[60,76]"),
                            WEIGHTS,
                            "12 bytes are missi"),
                    bad(
                            "empty out of the file",
                            tensor(shape("[0]", "[65,65]")),
                            WEIGHTS,
                            "missing"),
                    bad("negative offset", tensor(F32_4 + "[-16,0]"), WEIGHTS, "found \"-16\""),
                    bad("end before begin", tensor(F32_4 + "[16,0]"), WEIGHTS, "16 before 0"),
                    bad("one offset", tensor(F32_4 + "[16]"), WEIGHTS, "two data_offsets"),
                    bad("three offsets", tensor(F32_4 + "[0,8,16]"), WEIGHTS, "at most 2 numbers"),
                    bad(
                            "no offsets",
                            tensor("\"dtype\":\"F32\",\"shape\":[]"),
                            WEIGHTS,
                            "offsets none"),
                    bad("fractional offset", tensor(F32_4 + "[0,16.5]"), WEIGHTS, "\"16.5\""),
                    bad(
                            "offset of 30 digits",
                            tensor(F32_4 + "[0," + "9".repeat(30) + "]"),
                            WEIGHTS,
                            "999"),
                    bad(
                            "number of 10000 digits",
                            tensor(F32_4 + "[0," + "9".repeat(10_000) + "]"),
                            WEIGHTS,
                            "maximum"),
                    bad(
                            "offset at the limit",
                            tensor(F32_4 + "[0,9223372036854775807]"),
                            WEIGHTS,
                            "0 to"),
                    bad("wrong size", tensor(F32_4 + "[0,12]"), WEIGHTS, "expected 16 bytes"),
                    bad(
                            "negative shape",
                            tensor(shape("[-1,-4]", "[0,16]")),
                            WEIGHTS,
                            "found \"-1\""),
                    bad(
                            "shape too wide",
                            tensor(shape("[4294967296]", "[0,16]")),
                            WEIGHTS,
                            "4294967296"),
                    bad(
                            "shape overflows",
                            tensor(shape("[2147483647,2147483647,2147483647]", "[0,16]")),
                            WEIGHTS,
                            "fits into a file"),
                    bad(
                            "nine dimensions",
                            tensor(shape("[1,1,1,1,1,1,1,1,1]", "[0,4]")),
                            WEIGHTS,
                            "at most 8"),
                    bad(
                            "shape is a number",
                            tensor(shape("4", "[0,16]")),
                            WEIGHTS,
                            "list of whole"),
                    bad(
                            "dtype is a number",
                            tensor("\"dtype\":4"),
                            WEIGHTS,
                            "t: dtype: expected a text"),
                    bad(
                            "tensor is a text",
                            header("{\"t\":\"x\"}"),
                            WEIGHTS,
                            "t: expected an object"),
                    bad(
                            "nested 10,000 deep",
                            header("{\"t\":{\"x\":" + "[".repeat(10_000)),
                            WEIGHTS,
                            "depth"),
                    bad(
                            "metadata nested 10,000 deep",
                            header("{\"__metadata__\":" + "{\"a\":".repeat(10_000)),
                            WEIGHTS,
                            "depth"),
                    bad(
                            "name of 20,000 letters",
                            header("{\"" + "n".repeat(20_000) + "\":1}"),
                            WEIGHTS,
                            "maximum"));

    private static String shape(String shape, String offsets) {
        return "\"dtype\":\"F32\",\"shape\":" + shape + ",\"data_offsets\":" + offsets;
    }

    static final List<BadFolder> FILES =
            List.of(
                    bad("no weights", delete(WEIGHTS), "", "found neither"),
                    bad("empty", file(WEIGHTS, ""), WEIGHTS, "found an empty file"),
                    bad("five bytes", file(WEIGHTS, "12345"), WEIGHTS, "found 5 bytes"),
                    bad("a folder", folder(WEIGHTS), WEIGHTS, "expected a file, found a folder"),
                    bad("dangling link", danglingLink(WEIGHTS), WEIGHTS, "a link to nothing"),
                    bad("cut by one byte", cut(WEIGHTS, -1), WEIGHTS, ": 1 bytes are missing"),
                    bad("cut in the header", cut(WEIGHTS, 500), WEIGHTS, "bytes are missing"),
                    bad(
                            "Git LFS pointer",
                            file(
                                    WEIGHTS,
                                    "version https://git-lfs.github.com/spec/v1\noid sha256:0"),
                            WEIGHTS,
                            "git lfs pull"),
                    bad(
                            "web page",
                            file(WEIGHTS, "\n<!DOCTYPE html><html>"),
                            WEIGHTS,
                            "a web page"),
                    bad("PyTorch weights", file(WEIGHTS, "PK\3\4\24\0\0\0...."), WEIGHTS, "a ZIP"),
                    bad("another model", header("{}"), WEIGHTS, "expected a tensor of shape"),
                    bad(
                            "a tensor is missing",
                            replaceHeader(NORM, "thinker.model.xorm.weight"),
                            WEIGHTS,
                            NORM + ": expected a tensor of shape [48], found none"),
                    bad(
                            "unknown element type",
                            replaceHeader("BF16", "BF17"),
                            WEIGHTS,
                            "expected BF16, F16 or F32, found BF17"),
                    bad(
                            "integer weights",
                            replaceHeader("BF16", "I16"),
                            WEIGHTS,
                            "expected BF16, F16 or F32, found I16"),
                    bad(
                            "wrong shape",
                            replaceHeader("\"shape\":[32,128]", "\"shape\":[128,32]"),
                            WEIGHTS,
                            "conv_out.weight: expected shape [32, 128], found [128, 32]"),
                    bad(
                            "config of another size",
                            replace(CONFIG, "\"vocab_size\" : \\d+", "\"vocab_size\" : 400"),
                            WEIGHTS,
                            "lm_head.weight: expected shape [400, 48]"),
                    bad(
                            "NaN",
                            spoilNorm(0x7FC0),
                            WEIGHTS,
                            NORM + ": expected finite numbers, found NaN at index 0"),
                    bad("infinity", spoilNorm(0xFF80), WEIGHTS, "found -Infinity at index 0"));

    /// Puts a bf16 pattern into the final norm's first value.
    private static FolderEdit spoilNorm(int pattern) {
        float value = Float.intBitsToFloat(pattern << 16);
        float[] values = new float[48];
        values[0] = value;
        return folder -> TinyCheckpoint.builder().with(NORM, values).write(folder);
    }

    static final List<BadFolder> SHARDS =
            List.of(
                    bad(
                            "missing shard",
                            delete(SECOND),
                            SECOND,
                            "expected a file, found nothing there"),
                    bad("empty shard", file(SECOND, ""), SECOND, "an empty file"),
                    bad("path up", replace(INDEX, SECOND, "../" + SECOND), INDEX, "plain name"),
                    bad(
                            "absolute path",
                            replace(INDEX, SECOND, "/etc/x.safetensors"),
                            INDEX,
                            "plain name"),
                    bad(
                            "Windows path",
                            replace(INDEX, SECOND, "C:\\\\\\\\x.safetensors"),
                            INDEX,
                            "plain name"),
                    bad("other file", replace(INDEX, SECOND, "config.json"), INDEX, "plain name"),
                    bad(
                            "control character",
                            replace(INDEX, SECOND, "\\\\u0000.safetensors"),
                            INDEX,
                            "found \"?.safe"),
                    bad(
                            "not a name",
                            replace(INDEX, "\"" + SECOND + "\"", "7"),
                            INDEX,
                            "a file name, found 7"),
                    bad(
                            "no weight_map",
                            file(INDEX, "{\"metadata\":{}}"),
                            INDEX,
                            "weight_map: expected"),
                    bad(
                            "weight_map a list",
                            file(INDEX, "{\"weight_map\":[]}"),
                            INDEX,
                            "found a list"),
                    bad(
                            "weight_map empty",
                            file(INDEX, "{\"weight_map\":{}}"),
                            INDEX,
                            "found none"),
                    bad("index not JSON", file(INDEX, "?"), INDEX, "expected JSON"),
                    bad("index a folder", folder(INDEX), INDEX, "found a folder"),
                    bad(
                            "tensor promised, not there",
                            replace(
                                    INDEX,
                                    "\\{\"thinker.audio_tower.conv2d1.bias\"",
                                    "{\"thinker.x\""),
                            INDEX,
                            "weight_map.thinker.x: expected a tensor in model-00001-of-00002"),
                    bad(
                            "tensor in the other shard",
                            replace(INDEX, "model-00001-of-00002", "model-00002-of-00002"),
                            INDEX,
                            "none of that name there"));
}
