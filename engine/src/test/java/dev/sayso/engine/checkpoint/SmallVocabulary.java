package dev.sayso.engine.checkpoint;

/// Text of a `vocab.json` with the 256 bytes and little more.
final class SmallVocabulary {

    private SmallVocabulary() {}

    /// The object with the bytes as ids 0 to 255, visible ones first as in GPT-2's table (`a` is
    /// 64), and some more entries before the closing brace.
    static String vocab(String more) {
        StringBuilder json = new StringBuilder("{");
        for (int c = 0, id = 0; id < 256; c++) {
            boolean visible = (c >= 33 && c <= 126) || (c >= 161 && c <= 172) || c >= 174;
            if (visible) {
                json.append(id == 0 ? "" : ",");
                String escape = c == '"' || c == '\\' ? "\\" : "";
                json.append('"').append(escape).append((char) c).append("\":").append(id++);
            }
        }
        return json.append(more).append('}').toString();
    }
}
