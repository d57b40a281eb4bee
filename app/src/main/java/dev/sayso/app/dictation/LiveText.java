package dev.sayso.app.dictation;

import dev.sayso.engine.Joint;

/// The text of a dictation as it stands.
///
/// @param committed does not change any more
/// @param tentative what the model thinks of the sound since then
public record LiveText(String committed, String tentative) {

    /// Nothing was said yet.
    public static final LiveText EMPTY = new LiveText("", "");

    /// What goes between the two parts.
    public String joint() {
        return Joint.between(committed, tentative);
    }

    /// All of it.
    public String text() {
        return committed + joint() + tentative;
    }
}
