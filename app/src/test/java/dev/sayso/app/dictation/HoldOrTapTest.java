package dev.sayso.app.dictation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.settings.Settings.HotkeyMode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoldOrTapTest {

    private long millis;
    private boolean recording;
    private final List<String> done = new ArrayList<>();
    private final HoldOrTap key =
            new HoldOrTap(
                    () -> millis * 1_000_000,
                    () -> recording,
                    () -> {
                        recording = true;
                        done.add("start");
                    },
                    () -> {
                        recording = false;
                        done.add("stop");
                    });

    private void key(HotkeyMode mode, long held) {
        key.press(mode);
        // a key that repeats itself while it is held
        key.press(mode);
        millis += held;
        key.press(mode);
        key.release(mode);
        millis += 1000;
    }

    @Test
    void aTapToggles() {
        key(HotkeyMode.HOLD_OR_TAP, 100);
        assertThat(done).containsExactly("start");
        key(HotkeyMode.HOLD_OR_TAP, 100);
        assertThat(done).containsExactly("start", "stop");
    }

    @Test
    void aHoldRecordsUntilItIsReleased() {
        key(HotkeyMode.HOLD_OR_TAP, 800);
        assertThat(done).containsExactly("start", "stop");
    }

    @Test
    void aHoldThatStopsDoesNotStartAgain() {
        key(HotkeyMode.HOLD_OR_TAP, 100);
        key(HotkeyMode.HOLD_OR_TAP, 800);
        assertThat(done).containsExactly("start", "stop");
    }

    @Test
    void inToggleModeHowLongDoesNotMatter() {
        key(HotkeyMode.TOGGLE, 800);
        assertThat(done).containsExactly("start");
        key(HotkeyMode.TOGGLE, 800);
        assertThat(done).containsExactly("start", "stop");
    }

    @Test
    void pushToTalkEndsWithTheKeyHoweverShort() {
        key(HotkeyMode.PUSH_TO_TALK, 50);
        assertThat(done).containsExactly("start", "stop");
    }

    @Test
    void aReleaseWithoutAPressIsNothing() {
        key.release(HotkeyMode.PUSH_TO_TALK);
        assertThat(done).isEmpty();
    }
}
