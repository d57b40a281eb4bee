package dev.sayso.app.cli;

/// Text from outside, made safe for one line of a message.
final class Names {

    private Names() {}

    /// Control characters and line ends (a file's name may have any) become visible escapes.
    static String printable(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .forEach(
                        c -> {
                            int type = Character.getType(c);
                            if (c == '\n') {
                                safe.append("\\n");
                            } else if (type == Character.CONTROL
                                    || type == Character.LINE_SEPARATOR
                                    || type == Character.PARAGRAPH_SEPARATOR
                                    || type == Character.SURROGATE) {
                                safe.append(String.format("\\u%04x", c));
                            } else {
                                safe.appendCodePoint(c);
                            }
                        });
        return safe.toString();
    }
}
