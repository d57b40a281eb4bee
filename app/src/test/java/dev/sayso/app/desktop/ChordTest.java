package dev.sayso.app.desktop;

import static dev.sayso.app.desktop.Chord.Meaning.NONE;
import static dev.sayso.app.desktop.Chord.Meaning.PRESSED;
import static dev.sayso.app.desktop.Chord.Meaning.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kwhat.jnativehook.NativeInputEvent;
import com.github.kwhat.jnativehook.keyboard.NativeKeyEvent;
import dev.sayso.app.desktop.Chord.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChordTest {

    private static final int SPACE = NativeKeyEvent.VC_SPACE;
    private static final int CTRL = NativeInputEvent.CTRL_L_MASK;
    private static final int ALT = NativeInputEvent.ALT_L_MASK;
    private static final int SHIFT = NativeInputEvent.SHIFT_R_MASK;

    private final Chord chord = new Chord();
    private long now = 1000;

    @BeforeEach
    void prepare() {
        chord.use(Shortcut.parse("Ctrl+Alt+Space"));
    }

    private Meaning down(int code, int mask) {
        now += 30;
        return chord.down(code, new HeldModifiers(mask), now);
    }

    private Meaning up(int code, int mask) {
        return chord.up(code, new HeldModifiers(mask));
    }

    @Test
    void aHeldKeyIsPressedAndReleasedOnce() {
        assertThat(down(NativeKeyEvent.VC_CONTROL, CTRL)).isEqualTo(NONE);
        assertThat(down(NativeKeyEvent.VC_ALT, CTRL | ALT)).isEqualTo(NONE);
        assertThat(down(SPACE, CTRL | ALT)).isEqualTo(PRESSED);
        for (int i = 0; i < 100; i++) {
            assertThat(down(SPACE, CTRL | ALT)).isEqualTo(NONE);
        }
        assertThat(up(SPACE, CTRL | ALT)).isEqualTo(RELEASED);
        assertThat(up(NativeKeyEvent.VC_ALT, CTRL)).isEqualTo(NONE);
        assertThat(up(NativeKeyEvent.VC_CONTROL, 0)).isEqualTo(NONE);
        assertThat(down(SPACE, CTRL | ALT)).isEqualTo(PRESSED);
    }

    @Test
    void aModifierThatIsLetGoFirstReleases() {
        assertThat(down(SPACE, CTRL | ALT)).isEqualTo(PRESSED);
        assertThat(up(NativeKeyEvent.VC_CONTROL, ALT)).isEqualTo(RELEASED);
        assertThat(down(SPACE, ALT)).isEqualTo(NONE);
        assertThat(up(SPACE, ALT)).isEqualTo(NONE);
    }

    @Test
    void moreOrFewerModifiersAreAnotherShortcut() {
        assertThat(down(SPACE, CTRL)).isEqualTo(NONE);
        // Alt comes too late
        assertThat(down(SPACE, CTRL | ALT)).isEqualTo(NONE);
        assertThat(up(SPACE, CTRL)).isEqualTo(NONE);
        assertThat(down(SPACE, CTRL | ALT | SHIFT)).isEqualTo(NONE);
        assertThat(up(SPACE, CTRL | ALT | SHIFT)).isEqualTo(NONE);
        assertThat(down(SPACE, CTRL | ALT | NativeInputEvent.META_R_MASK)).isEqualTo(NONE);
        assertThat(up(SPACE, 0)).isEqualTo(NONE);
    }

    @Test
    void leftAndRightAreTheSameAndLocksDoNotMatter() {
        int right = NativeInputEvent.CTRL_R_MASK | NativeInputEvent.ALT_R_MASK;
        int locks = NativeInputEvent.NUM_LOCK_MASK | NativeInputEvent.CAPS_LOCK_MASK;
        assertThat(down(SPACE, right | locks)).isEqualTo(PRESSED);
        assertThat(up(SPACE, right | locks)).isEqualTo(RELEASED);
    }

    @Test
    void anotherShortcutReleasesTheOneThatIsHeld() {
        assertThat(down(SPACE, CTRL | ALT)).isEqualTo(PRESSED);
        assertThat(chord.use(Shortcut.parse("F9"))).isEqualTo(RELEASED);
        assertThat(up(SPACE, CTRL | ALT)).isEqualTo(NONE);
        assertThat(down(NativeKeyEvent.VC_F9, 0)).isEqualTo(PRESSED);
        assertThat(up(NativeKeyEvent.VC_F9, 0)).isEqualTo(RELEASED);
        assertThat(chord.use(null)).isEqualTo(NONE);
        assertThat(down(NativeKeyEvent.VC_F9, 0)).isEqualTo(NONE);
    }

    @Test
    void aMissedReleaseDoesNotSilenceTheHotkey() {
        assertThat(down(SPACE, CTRL)).isEqualTo(NONE);
        now += 60_000;
        assertThat(down(SPACE, CTRL | ALT)).isEqualTo(PRESSED);
    }

    @Test
    void pressesAndReleasesAlternateWhateverHappens() {
        long seed = 20261127;
        Random random = new Random(seed);
        int[] masks = {0, CTRL, ALT, CTRL | ALT, CTRL | ALT | SHIFT};
        int[] keys = {SPACE, NativeKeyEvent.VC_A, NativeKeyEvent.VC_CONTROL};
        List<Meaning> meanings = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            int key = keys[random.nextInt(keys.length)];
            int mask = masks[random.nextInt(masks.length)];
            now += random.nextInt(3000);
            meanings.add(random.nextBoolean() ? down(key, mask) : up(key, mask));
        }
        meanings.removeIf(NONE::equals);
        assertThat(meanings).hasSizeGreaterThan(1000);
        for (int i = 0; i < meanings.size(); i++) {
            assertThat(meanings.get(i))
                    .as("%d, seed %d", i, seed)
                    .isEqualTo(i % 2 == 0 ? PRESSED : RELEASED);
        }
    }
}
