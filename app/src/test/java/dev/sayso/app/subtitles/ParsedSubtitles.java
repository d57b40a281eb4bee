package dev.sayso.app.subtitles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A reader of SRT and WebVTT that knows nothing of their writers: blocks between empty lines, a
/// line with an arrow, then text.
final class ParsedSubtitles {

    record Block(Duration start, Duration end, List<String> lines) {}

    private static final Pattern SRT_TIMES =
            Pattern.compile(
                    "(\\d{2,}):([0-5]\\d):([0-5]\\d),(\\d{3}) --> (\\d{2,}):([0-5]\\d):([0-5]\\d),(\\d{3})");
    private static final Pattern VTT_TIMES =
            Pattern.compile(
                    "(\\d{2,}):([0-5]\\d):([0-5]\\d)\\.(\\d{3}) --> (\\d{2,}):([0-5]\\d):([0-5]\\d)\\.(\\d{3})");

    private ParsedSubtitles() {}

    static List<Block> srt(String file) {
        List<Block> blocks = new ArrayList<>();
        for (List<String> lines : blocks(file)) {
            int number = Integer.parseInt(lines.getFirst());
            if (number != blocks.size() + 1) {
                throw new IllegalArgumentException("cue " + number + " at " + blocks.size());
            }
            blocks.add(block(SRT_TIMES, lines.get(1), lines.subList(2, lines.size())));
        }
        return blocks;
    }

    static List<Block> vtt(String file) {
        if (!file.startsWith("WEBVTT\n\n")) {
            throw new IllegalArgumentException("no WEBVTT");
        }
        List<Block> blocks = new ArrayList<>();
        for (List<String> lines : blocks(file.substring(8))) {
            if (lines.getFirst().startsWith("NOTE")) {
                continue;
            }
            List<String> text =
                    lines.subList(1, lines.size()).stream().map(ParsedSubtitles::plain).toList();
            blocks.add(block(VTT_TIMES, lines.getFirst(), text));
        }
        return blocks;
    }

    private static List<List<String>> blocks(String file) {
        List<List<String>> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (String line : file.split("\n", -1)) {
            if (line.isEmpty()) {
                if (!block.isEmpty()) {
                    blocks.add(block);
                }
                block = new ArrayList<>();
            } else {
                block.add(line);
            }
        }
        return blocks;
    }

    private static String plain(String line) {
        if (line.matches(".*[<>].*") || line.replaceAll("&(amp|lt|gt);", "").contains("&")) {
            throw new IllegalArgumentException("not escaped: " + line);
        }
        return line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static Block block(Pattern pattern, String times, List<String> lines) {
        Matcher matcher = pattern.matcher(times);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not times: " + times);
        }
        return new Block(time(matcher, 1), time(matcher, 5), lines);
    }

    private static Duration time(Matcher matcher, int group) {
        return Duration.ofHours(Long.parseLong(matcher.group(group)))
                .plusMinutes(Long.parseLong(matcher.group(group + 1)))
                .plusSeconds(Long.parseLong(matcher.group(group + 2)))
                .plusMillis(Long.parseLong(matcher.group(group + 3)));
    }
}
