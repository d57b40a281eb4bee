package dev.sayso.app.desktop;

/// A text, made safe to be pasted.
final class InsertedText {

    private InsertedText() {}

    /// Control characters are keys to some programs, and go. In a terminal a line end would carry
    /// out what stands before it, so it becomes a space.
    static String of(String text, boolean terminal) {
        StringBuilder safe = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        lines.codePoints()
                .forEach(
                        c -> {
                            boolean breaks = c == '\n' || c == 0x2028 || c == 0x2029;
                            if (breaks || c == '\t') {
                                safe.append(terminal ? ' ' : breaks ? '\n' : '\t');
                            } else if (!Character.isISOControl(c)) {
                                safe.appendCodePoint(c);
                            }
                        });
        return terminal ? safe.toString().stripTrailing() : safe.toString();
    }
}
