package dev.sayso.app.cli;

import java.util.ArrayList;
import java.util.List;

/// A terminal of two rows that scrolls, as far as [StreamPrinter] needs one.
final class Screen {

    private static final int ROWS = 2;

    private final List<StringBuilder> rows = new ArrayList<>(List.of(new StringBuilder()));
    private int row;
    private int column;
    private int savedRow;
    private int savedColumn;
    private boolean dim;
    private boolean dimmed;

    /// Whether the last text was dimmed.
    boolean dimmed() {
        return dimmed;
    }

    /// All rows that were ever shown, the scrolled ones included.
    List<String> lines() {
        return rows.stream().map(StringBuilder::toString).toList();
    }

    void write(String text) {
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '\u001b') {
                at += escape(text, at);
            } else {
                put(text.charAt(at++));
            }
        }
    }

    private int escape(String text, int at) {
        for (String sequence : List.of("D", "M", "7", "8", "[J", "[?7l", "[?7h", "[2m", "[0m")) {
            if (text.startsWith(sequence, at + 1)) {
                act(sequence);
                return 1 + sequence.length();
            }
        }
        throw new AssertionError("unknown sequence in " + text);
    }

    private void act(String sequence) {
        switch (sequence) {
            case "D" -> down();
            case "M" -> row--;
            case "7" -> {
                savedRow = row;
                savedColumn = column;
            }
            case "8" -> {
                row = savedRow;
                column = savedColumn;
            }
            case "[J" -> {
                rows.get(row).setLength(Math.min(column, rows.get(row).length()));
                while (rows.size() > row + 1) {
                    rows.removeLast();
                }
            }
            case "[2m" -> dim = true;
            case "[0m" -> dim = false;
            default -> {}
        }
    }

    private void put(char c) {
        if (c == '\r') {
            column = 0;
        } else if (c == '\n') {
            down();
            column = 0;
        } else {
            StringBuilder line = rows.get(row);
            line.setLength(Math.max(line.length(), column));
            line.replace(column, Math.min(column + 1, line.length()), String.valueOf(c));
            column++;
            dimmed = dim;
        }
    }

    /// The real thing would move all rows up at its bottom; here a row is added.
    private void down() {
        row++;
        if (row == rows.size()) {
            rows.add(new StringBuilder());
        }
        assertWithin();
    }

    private void assertWithin() {
        if (row > ROWS + 1) {
            throw new AssertionError("more rows than expected");
        }
    }
}
