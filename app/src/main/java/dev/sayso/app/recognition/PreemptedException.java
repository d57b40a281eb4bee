package dev.sayso.app.recognition;

/// A run was interrupted for a more urgent one; what it has committed stays, and its owner hands in
/// the rest again.
public final class PreemptedException extends Exception {
    private static final long serialVersionUID = 1;

    PreemptedException() {
        super("interrupted for a dictation");
    }
}
