package dev.sayso.app.subtitles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Splits cues that hold too much text, or stand too long: at sentences, then clauses, then
/// phrases, in pieces as full as they may be. A piece gets the share of time that its characters
/// have in the cue.
final class CueSplitter {

    /// Less text than this (in characters) is not worth a cue when only time asks for one.
    private static final int WORTH_A_CUE = 12;

    private final SubtitleRules rules;
    private final LineBreaker breaker;
    private final TextWidth width;

    CueSplitter(SubtitleRules rules) {
        this.rules = rules;
        this.breaker = new LineBreaker(rules);
        this.width = new TextWidth(rules);
    }

    /// @param spans in order of time
    List<Span> split(List<Span> spans, long soundLength) {
        List<Span> pieces = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            long next = i + 1 < spans.size() ? spans.get(i + 1).start() : soundLength;
            split(spans.get(i), next, pieces);
        }
        return pieces;
    }

    private void split(Span span, long next, List<Span> pieces) {
        List<Atom> atoms = Atoms.of(span.text());
        int reading = TextWidth.reading(span.text());
        boolean tooLong = span.length() > rules.longest().toMillis() && reading >= 2 * WORTH_A_CUE;
        if (breaker.fits(atoms) && !tooLong) {
            pieces.add(span);
            return;
        }
        // what has no time of its own takes some of the silence after it, so that there is a share
        // for each piece
        long room = (long) rules.columns() * rules.lines();
        long gaps = rules.gap().toMillis() * (2L * reading / room + 1);
        long wanted =
                span.start()
                        + (long) Math.ceil(reading * 1000 / rules.charactersPerSecond())
                        + gaps;
        long end = Math.max(span.end(), Math.min(wanted, next));
        new Cut(atoms, span.withTimes(span.start(), end)).into(pieces);
    }

    /// One cue being cut: the cheapest cuts by dynamic programming.
    private final class Cut {

        private final List<Atom> atoms;
        private final Span span;
        private final int[] read;

        Cut(List<Atom> atoms, Span span) {
            this.atoms = atoms;
            this.span = span;
            this.read = new int[atoms.size() + 1];
            for (int i = 0; i < atoms.size(); i++) {
                int own = TextWidth.reading(atoms.get(i).text());
                read[i + 1] = read[i] + own + (atoms.get(i).spaceBefore() ? 1 : 0);
            }
        }

        void into(List<Span> pieces) {
            int[] from = cheapest();
            List<Span> found = new ArrayList<>();
            for (int end = atoms.size(); end > 0; end = from[end]) {
                String text = LineBreaker.text(atoms.subList(from[end], end));
                found.addFirst(new Span(time(from[end]), time(end), text));
            }
            pieces.addAll(found);
        }

        private int[] cheapest() {
            int[] from = new int[atoms.size() + 1];
            double[] cost = new double[atoms.size() + 1];
            Arrays.fill(cost, Double.POSITIVE_INFINITY);
            cost[0] = 0;
            for (int start = 0; start < atoms.size(); start++) {
                LineBreaker.Filling filling = new LineBreaker.Filling(width);
                for (int end = start + 1; end <= atoms.size(); end++) {
                    filling.add(atoms.get(end - 1));
                    if (filling.lines() > rules.lines()) {
                        break;
                    }
                    double sum = cost[start] + cost(start, end);
                    if (sum < cost[end]) {
                        cost[end] = sum;
                        from[end] = start;
                    }
                }
            }
            return from;
        }

        private double cost(int start, int end) {
            int characters = read[end] - read[start];
            double full = (double) characters / (rules.columns() * rules.lines());
            double cost = 0.5 + (1 - full) * (1 - full) + breakCost(end);
            boolean orphan = end - start == 1 || characters < WORTH_A_CUE;
            boolean sentence =
                    (start == 0 || atoms.get(start - 1).after() == Atom.Break.SENTENCE)
                            && atoms.get(end - 1).after() == Atom.Break.SENTENCE;
            if (orphan) {
                cost += sentence ? 0.5 : 2;
            }
            long length = time(end) - time(start);
            if (length > rules.longest().toMillis()) {
                cost += 10.0 * length / rules.longest().toMillis();
            }
            if (length < rules.shortest().toMillis() && end < atoms.size()) {
                cost += 1 - (double) length / rules.shortest().toMillis();
            }
            return cost;
        }

        private double breakCost(int end) {
            return switch (atoms.get(end - 1).after()) {
                case SENTENCE -> 0;
                case CLAUSE -> 0.6;
                case PHRASE -> 1.3;
                case WORD -> 1.7;
                case BOUND -> 2.6;
            };
        }

        private long time(int atom) {
            return span.start()
                    + Math.round(
                            (double) span.length() * read[atom] / Math.max(1, read[atoms.size()]));
        }
    }
}
