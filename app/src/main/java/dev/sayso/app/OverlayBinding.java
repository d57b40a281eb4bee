package dev.sayso.app;

import dev.sayso.app.dictation.DictationModel;
import dev.sayso.app.dictation.DictationProgress;
import dev.sayso.app.dictation.DictationState;
import dev.sayso.app.overlay.OverlayModel;
import dev.sayso.app.overlay.OverlayModel.Phase;

/// Lets the small window show a dictation; neither knows the other.
final class OverlayBinding {

    private OverlayBinding() {}

    static OverlayModel of(DictationModel dictation) {
        DictationProgress progress = dictation.progress();
        OverlayModel overlay =
                new OverlayModel(
                        () -> progress.levels().latest(), dictation::stop, dictation::cancel);
        overlay.elapsed().bind(progress.taken());
        overlay.text().bind(progress.text().map(text -> text.text()));
        progress.state().subscribe(state -> overlay.phase().set(phase(state)));
        overlay.shown().bind(dictation.overlayWanted());
        return overlay;
    }

    private static Phase phase(DictationState state) {
        return switch (state) {
            case DictationState.Arming _ -> Phase.ARMING;
            case DictationState.Listening(_, boolean paused) ->
                    paused ? Phase.PAUSED : Phase.LISTENING;
            case DictationState.Idle _,
                    DictationState.Finishing _,
                    DictationState.Done _,
                    DictationState.Failed _ ->
                    Phase.FINISHING;
        };
    }
}
