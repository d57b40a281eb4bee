package dev.sayso.app.dictation;

/// The keys of the words for what is shown in several places.
final class DictationWords {

    private DictationWords() {}

    static String state(DictationState state) {
        return switch (state) {
            case DictationState.Idle _ -> "state.idle";
            case DictationState.Arming _ -> "state.arming";
            case DictationState.Listening(_, boolean paused) ->
                    paused ? "state.paused" : "state.listening";
            case DictationState.Finishing _ -> "state.finishing";
            case DictationState.Done _ -> "state.done";
            case DictationState.Failed _ -> "state.failed";
        };
    }

    static String delivery(DictationPorts.Delivery delivery) {
        return switch (delivery) {
            case NONE -> "delivery.none";
            case INSERTED -> "delivery.inserted";
            case COPIED -> "delivery.copied";
            case COPIED_INSTEAD -> "delivery.copied_instead";
            case FAILED -> "delivery.failed";
        };
    }

    static String offer(Offer.Kind kind) {
        return switch (kind) {
            case CANCELLED -> "offer.cancelled";
            case TEXT_DISCARDED -> "offer.text";
            case RECORDING_DISCARDED -> "offer.recording";
        };
    }
}
