package dev.sayso.app.dictation;

/// Where a dictation stands, for other programs.
///
/// @param state `idle`, `arming`, `listening`, `paused`, `finishing`, `done` or `failed`
/// @param seconds of sound that were taken in
public record DictationStatus(String state, double seconds) {

    static DictationStatus of(DictationProgress progress) {
        String state =
                switch (progress.state().get()) {
                    case DictationState.Idle _ -> "idle";
                    case DictationState.Arming _ -> "arming";
                    case DictationState.Listening(_, boolean paused) ->
                            paused ? "paused" : "listening";
                    case DictationState.Finishing _ -> "finishing";
                    case DictationState.Done _ -> "done";
                    case DictationState.Failed _ -> "failed";
                };
        return new DictationStatus(state, progress.taken().get().toMillis() / 1000.0);
    }
}
