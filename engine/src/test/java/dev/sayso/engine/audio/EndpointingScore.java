package dev.sayso.engine.audio;

import java.util.List;

/// How well segments fit speech of which the truth is known.
///
/// - A pause of at least 1 s is *found* when a segment ends within 150 ms of its beginning and the
///   next one starts within 150 ms of its end.
/// - A *word* is a stretch of speech hops with gaps of less than 50 ms. It is *cut* when more than
///   50 ms of its speech hops lie outside all segments.
final class EndpointingScore {

    private static final int LONG_PAUSE = Pcm.RATE;
    private static final int NEAR = 150 * Pcm.RATE / 1000;
    private static final int WORD_GAP = 5;
    private static final int MAY_MISS = 5;

    private int pauses;
    private int found;
    private int words;
    private int cut;

    int pauses() {
        return pauses;
    }

    /// How many of a hundred pauses were found.
    double foundPercent() {
        return 100.0 * found / pauses;
    }

    int words() {
        return words;
    }

    /// How many of a hundred words were cut.
    double cutPercent() {
        return 100.0 * cut / words;
    }

    void add(PausedSpeech speech, List<Span> segments) {
        for (Span pause : speech.pauses()) {
            if (pause.length() >= LONG_PAUSE) {
                pauses++;
                if (isFound(pause, segments)) {
                    found++;
                }
            }
        }
        countWords(speech.speech(), segments);
    }

    private static boolean isFound(Span pause, List<Span> segments) {
        for (int s = 0; s + 1 < segments.size(); s++) {
            int before = segments.get(s).end() - pause.start();
            int after = segments.get(s + 1).start() - pause.end();
            if (Math.abs(before) <= NEAR && Math.abs(after) <= NEAR) {
                return true;
            }
        }
        return false;
    }

    private void countWords(boolean[] speech, List<Span> segments) {
        int hop = 0;
        while (hop < speech.length) {
            if (!speech[hop]) {
                hop++;
                continue;
            }
            int missed = 0;
            int last = hop;
            for (; hop < speech.length && hop - last <= WORD_GAP; hop++) {
                if (speech[hop]) {
                    last = hop;
                    missed += isInside(hop, segments) ? 0 : 1;
                }
            }
            hop = last + 1;
            words++;
            cut += missed > MAY_MISS ? 1 : 0;
        }
    }

    private static boolean isInside(int hop, List<Span> segments) {
        int middle = hop * PausedSpeech.HOP + PausedSpeech.HOP / 2;
        return segments.stream().anyMatch(s -> s.start() <= middle && middle < s.end());
    }
}
