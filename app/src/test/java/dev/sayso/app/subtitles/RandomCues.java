package dev.sayso.app.subtitles;

import dev.sayso.app.transcript.Cue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Streams of cues as they come, and as they should not: long and empty ones, in many scripts,
/// overlapping, of no length, out of order.
final class RandomCues {

    private static final List<List<String>> SCRIPTS =
            List.of(
                    words(
                            "I",
                            "the quick",
                            "brown",
                            "fox",
                            "and",
                            "unbelievable",
                            "R&D",
                            "<b>",
                            "it's"),
                    words(
                            "die",
                            "Donaudampfschifffahrtsgesellschaft",
                            "und",
                            "Straße",
                            "für",
                            "z.B."),
                    words("c'est", "l'été", "à", "Noël", "qu'il", "«", "ici", "»"),
                    words("我们", "今天", "开会", "讨论", "这个", "问题", "人工智能"),
                    words("私は", "コンピューター", "を", "使って", "東京", "です"),
                    words("우리는", "오늘", "회의를", "합니다", "인공지능"),
                    words("สวัสดีครับ", "ผมชื่อ", "ประเทศไทย"),
                    words("مرحبا", "بالعالم", "هذا", "اختبار"),
                    words("привет", "мир", "e\u0301te\u0301", "नमस्ते", "दुनिया"));

    private static final String[] ENDS = {".", ",", "?", "!", "。", "，", "؟", " !", "…", ":", ""};

    private final Random random;

    RandomCues(long seed) {
        this.random = new Random(seed);
    }

    private static List<String> words(String... words) {
        return List.of(words);
    }

    List<Cue> next() {
        List<Cue> cues = new ArrayList<>();
        long time = random.nextInt(3000);
        boolean orderly = random.nextInt(3) > 0;
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            long length = random.nextInt(8) == 0 ? 0 : random.nextInt(12_000);
            cues.add(
                    new Cue(
                            Duration.ofNanos(time * 1_000_000 + random.nextInt(1_000_000)),
                            Duration.ofNanos((time + length + 1) * 1_000_000),
                            text(random.nextInt(random.nextInt(4) == 0 ? 80 : 14))));
            time += orderly ? length + 2 + random.nextInt(2000) : random.nextInt(4000);
            if (!orderly && random.nextInt(4) == 0) {
                time = Math.max(0, time - 6000);
            }
        }
        return cues;
    }

    private String text(int words) {
        StringBuilder text = new StringBuilder();
        List<String> script = SCRIPTS.get(random.nextInt(SCRIPTS.size()));
        for (int i = 0; i < words; i++) {
            if (random.nextInt(20) == 0) {
                script = SCRIPTS.get(random.nextInt(SCRIPTS.size()));
            }
            String word = script.get(random.nextInt(script.size()));
            boolean together = word.codePointAt(0) > 0x2e80 && word.codePointAt(0) < 0xa000;
            text.append(
                    together && random.nextInt(8) > 0 ? "" : random.nextInt(9) == 0 ? "\n" : " ");
            text.append(word);
            if (random.nextInt(5) == 0) {
                text.append(ENDS[random.nextInt(ENDS.length)]);
            }
        }
        return text.toString();
    }

    SubtitleRules rules() {
        if (random.nextInt(2) == 0) {
            return SubtitleRules.defaults();
        }
        long shortest = random.nextInt(3000);
        return new SubtitleRules(
                8 + random.nextInt(80),
                4 + random.nextInt(40),
                1 + random.nextInt(4),
                Duration.ofMillis(shortest),
                Duration.ofMillis(Math.max(100, shortest + 1 + random.nextInt(9000))),
                1 + random.nextDouble() * 40,
                Duration.ofMillis(random.nextInt(500)));
    }
}
