package dev.sayso.engine.checkpoint;

/// Text out of a file we don't trust, made fit for one line of a message.
final class Quoted {

    private static final int LONGEST = 100;

    private Quoted() {}

    /// The text in quotation marks; long text is cut, control characters become `?` so that a file
    /// can't write to the terminal.
    static String text(String untrusted) {
        return '"' + plain(untrusted) + '"';
    }

    /// As [#text], without the quotation marks.
    static String plain(String untrusted) {
        boolean cut = untrusted.length() > LONGEST;
        StringBuilder shown = new StringBuilder(cut ? untrusted.substring(0, LONGEST) : untrusted);
        for (int i = 0; i < shown.length(); i++) {
            if (Character.isISOControl(shown.charAt(i))) {
                shown.setCharAt(i, '?');
            }
        }
        return cut ? shown + "…" : shown.toString();
    }
}
