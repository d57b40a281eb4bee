package dev.sayso.app.subtitles;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.subtitles.ParsedSubtitles.Block;
import dev.sayso.app.subtitles.Violation.Kind;
import dev.sayso.app.transcript.Cue;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What holds for any cues. 10,000 streams, the same each time; a failure names its seed.
class SubtitlePropertyTest {

    private static final int STREAMS = 10_000;

    @Test
    void anyCuesBecomeSubtitlesThatKeepTheRulesOrSayWhereTheyDoNot() {
        for (int seed = 0; seed < STREAMS; seed++) {
            RandomCues random = new RandomCues(seed);
            List<Cue> cues = random.next();
            SubtitleRules rules = random.rules();
            Duration sound = soundOf(cues);
            Arranged arranged = SubtitleEngine.arrange(cues, sound, rules);

            String stream = "seed " + seed + ": " + cues + " by " + rules;
            checkText(stream, cues, arranged.cues());
            checkTimes(stream, arranged.cues(), rules);
            checkReport(stream, arranged, rules);
            checkSecondTime(stream, arranged, sound, rules);
            checkFiles(stream, arranged.cues());
        }
    }

    private static Duration soundOf(List<Cue> cues) {
        return cues.stream().map(Cue::end).max(Comparator.naturalOrder()).orElse(Duration.ZERO);
    }

    private static void checkText(String stream, List<Cue> cues, List<SubtitleCue> made) {
        String before =
                cues.stream()
                        .sorted(Comparator.comparingLong(cue -> Times.millis(cue.start())))
                        .map(Cue::text)
                        .collect(Collectors.joining(" "));
        String after =
                made.stream()
                        .map(cue -> String.join(" ", cue.lines()))
                        .collect(Collectors.joining(" "));
        assertThat(squeezed(after)).as(stream).isEqualTo(squeezed(before));
        // words of scripts with spaces stay whole, and those without got no new ones
        if (before.codePoints().allMatch(c -> c < 0x0e00)) {
            assertThat(words(after)).as(stream).isEqualTo(words(before));
        }
        for (SubtitleCue cue : made) {
            assertThat(squeezed(cue.cue().text()))
                    .as(stream)
                    .isEqualTo(squeezed(String.join("", cue.lines())));
            for (String line : cue.lines()) {
                assertThat(line).as(stream).isEqualTo(line.strip()).isNotEmpty();
                // at the beginning there is nothing to stand beside
                boolean first = line.equals(made.getFirst().lines().getFirst());
                assertThat(first || !line.matches("[、。，．！？；：）」』】》〉ーっゃゅょッャュョ].*"))
                        .as("%s: a line begins: %s", stream, line)
                        .isTrue();
            }
        }
    }

    private static List<String> words(String text) {
        return List.of(text.replaceAll("\\s+(?=[!.,?…:»])|(?<=«)\\s+", "").strip().split("\\s+"));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static void checkTimes(String stream, List<SubtitleCue> cues, SubtitleRules rules) {
        for (int i = 0; i < cues.size(); i++) {
            Cue cue = cues.get(i).cue();
            assertThat(cue.end()).as(stream).isGreaterThan(cue.start());
            assertThat(cue.length()).as(stream).isLessThanOrEqualTo(rules.longest());
            assertThat(cues.get(i).lines()).as(stream).hasSizeBetween(1, rules.lines());
            if (i > 0) {
                assertThat(cue.start())
                        .as("%s: cue %d", stream, i)
                        .isGreaterThanOrEqualTo(cues.get(i - 1).cue().end());
            }
        }
    }

    /// Each limit, measured here by other means, is kept or reported; and nothing is reported that
    /// is kept.
    private static void checkReport(String stream, Arranged arranged, SubtitleRules rules) {
        List<SubtitleCue> cues = arranged.cues();
        for (int i = 0; i < cues.size(); i++) {
            int place = i;
            Cue cue = cues.get(i).cue();
            Set<Kind> reported =
                    arranged.violations().stream()
                            .filter(violation -> violation.cue() == place)
                            .map(Violation::kind)
                            .collect(Collectors.toSet());
            double seconds = cue.length().toMillis() / 1000.0;
            assertThat(reported.contains(Kind.TOO_SHORT))
                    .as("%s: cue %d of %s", stream, i, cue.length())
                    .isEqualTo(cue.length().compareTo(rules.shortest()) < 0);
            assertThat(reported.contains(Kind.TOO_FAST))
                    .as("%s: cue %d", stream, i)
                    .isEqualTo(
                            read(cue.text()) / seconds > rules.charactersPerSecond() * (1 + 1e-12));
            assertThat(reported.contains(Kind.GAP_TOO_SMALL))
                    .as("%s: after cue %d", stream, i)
                    .isEqualTo(
                            i + 1 < cues.size()
                                    && cues.get(i + 1)
                                                    .cue()
                                                    .start()
                                                    .minus(cue.end())
                                                    .compareTo(rules.gap())
                                            < 0);
            boolean tooLong = false;
            for (String line : cues.get(i).lines()) {
                if (room(line, rules) > 1 + 1e-9) {
                    tooLong = true;
                    assertThat(Atoms.of(line)).as("%s: %s", stream, line).hasSize(1);
                }
            }
            assertThat(reported.contains(Kind.LINE_TOO_LONG)).as(stream).isEqualTo(tooLong);
        }
    }

    private static double room(String line, SubtitleRules rules) {
        return line.codePoints()
                .mapToDouble(
                        c ->
                                isMark(c)
                                        ? 0
                                        : 1.0 / (isWide(c) ? rules.cjkColumns() : rules.columns()))
                .sum();
    }

    private static double read(String text) {
        return text.codePoints().map(c -> isMark(c) ? 0 : isWide(c) ? 2 : 1).sum();
    }

    private static boolean isMark(int c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /// Of the characters that [RandomCues] uses.
    private static boolean isWide(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
            default -> "、。，！？ー".indexOf(c) >= 0;
        };
    }

    private static void checkSecondTime(
            String stream, Arranged arranged, Duration sound, SubtitleRules rules) {
        List<Cue> again = arranged.cues().stream().map(SubtitleCue::cue).toList();
        assertThat(SubtitleEngine.arrange(again, sound, rules)).as(stream).isEqualTo(arranged);
    }

    private static void checkFiles(String stream, List<SubtitleCue> cues) {
        List<Block> expected =
                cues.stream()
                        .map(cue -> new Block(cue.cue().start(), cue.cue().end(), cue.lines()))
                        .toList();
        assertThat(ParsedSubtitles.srt(Subtitles.srt(cues))).as(stream).isEqualTo(expected);
        assertThat(ParsedSubtitles.vtt(Subtitles.vtt(cues, "a note")))
                .as(stream)
                .isEqualTo(expected);
    }
}
