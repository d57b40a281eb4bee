package dev.sayso.app.subtitles;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Breaks a cue's text into lines: as few as it takes, at good places, about equally long, the
/// lower ones rather longer, and no short word alone.
final class LineBreaker {

    private static final double IMPOSSIBLE = Double.POSITIVE_INFINITY;

    /// Words of up to so many characters look lost on a line of their own.
    private static final int ORPHAN = 7;

    private final SubtitleRules rules;
    private final TextWidth width;

    LineBreaker(SubtitleRules rules) {
        this.rules = rules;
        this.width = new TextWidth(rules);
    }

    /// Whether a text stands on the lines there are.
    boolean fits(List<Atom> atoms) {
        return fewest(atoms) <= rules.lines();
    }

    /// How many lines it takes when each is filled as far as possible. A word longer than a line
    /// has one of its own.
    private int fewest(List<Atom> atoms) {
        Filling filling = new Filling(width);
        atoms.forEach(filling::add);
        return filling.lines();
    }

    List<String> lines(List<Atom> atoms) {
        int count = fewest(atoms);
        if (count <= 1) {
            return List.of(text(atoms));
        }
        int[] widths = widths(atoms);
        double ideal = (double) widths[atoms.size()] / count;
        int[][] from = new int[count + 1][atoms.size() + 1];
        double[][] cost = new double[count + 1][atoms.size() + 1];
        for (double[] row : cost) {
            Arrays.fill(row, IMPOSSIBLE);
        }
        cost[0][0] = 0;
        for (int line = 1; line <= count; line++) {
            for (int end = line; end <= atoms.size(); end++) {
                for (int start = end - 1; start >= line - 1; start--) {
                    int taken = taken(atoms, widths, start, end);
                    if (taken > width.line() && end - start > 1) {
                        break;
                    }
                    double sum =
                            cost[line - 1][start]
                                    + cost(atoms.subList(start, end), taken, ideal, line);
                    if (sum < cost[line][end]) {
                        cost[line][end] = sum;
                        from[line][end] = start;
                    }
                }
            }
        }
        return cut(atoms, from, count);
    }

    private List<String> cut(List<Atom> atoms, int[][] from, int count) {
        List<String> lines = new ArrayList<>();
        int end = atoms.size();
        for (int line = count; line > 0; line--) {
            int start = from[line][end];
            lines.addFirst(text(atoms.subList(start, end)));
            end = start;
        }
        return lines;
    }

    private double cost(List<Atom> line, int taken, double ideal, int number) {
        double off = (taken - ideal) / width.line();
        // the upper line rather too short than too long
        double cost = 4 * off * off + (number == 1 && off > 0 ? 0.1 * off : 0);
        if (line.size() == 1 && TextWidth.reading(line.getFirst().text()) <= ORPHAN) {
            cost += 2;
        }
        return cost
                + switch (line.getLast().after()) {
                    case SENTENCE -> 0;
                    case CLAUSE -> 0.05;
                    case PHRASE -> 0.15;
                    case WORD -> 0.35;
                    case BOUND -> 0.8;
                };
    }

    /// Widths of the texts up to each atom, spaces before them included.
    private int[] widths(List<Atom> atoms) {
        int[] widths = new int[atoms.size() + 1];
        for (int i = 0; i < atoms.size(); i++) {
            Atom atom = atoms.get(i);
            widths[i + 1] =
                    widths[i] + (atom.spaceBefore() ? width.space() : 0) + width.of(atom.text());
        }
        return widths;
    }

    private int taken(List<Atom> atoms, int[] widths, int start, int end) {
        return widths[end] - widths[start] - (atoms.get(start).spaceBefore() ? width.space() : 0);
    }

    static String text(List<Atom> atoms) {
        StringBuilder text = new StringBuilder();
        for (Atom atom : atoms) {
            text.append(atom.spaceBefore() && !text.isEmpty() ? " " : "").append(atom.text());
        }
        return text.toString();
    }

    /// Lines that are filled one after the other.
    static final class Filling {

        private final TextWidth width;
        private int lines;
        private int taken;

        Filling(TextWidth width) {
            this.width = width;
        }

        void add(Atom atom) {
            int own = width.of(atom.text());
            int more = taken + (atom.spaceBefore() ? width.space() : 0) + own;
            if (lines == 0 || more > width.line()) {
                lines++;
                taken = own;
            } else {
                taken = more;
            }
        }

        int lines() {
            return lines;
        }
    }
}
