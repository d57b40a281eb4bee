package dev.sayso.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.desktop.DesktopSystem.Os;
import dev.sayso.app.desktop.DesktopSystem.Session;
import dev.sayso.app.desktop.FocusedWindow.Focus;
import dev.sayso.app.desktop.Insertion.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextInserterTest {

    private static final DesktopSystem X11 = new DesktopSystem(Os.LINUX, Session.X11, "");
    private static final Focus EDITOR = new Focus.In(new FocusedWindow("Mousepad", 4711));
    private static final Focus TERMINAL = new Focus.In(new FocusedWindow("XTerm", 4712));

    private final Board board = new Board();
    private final List<String> done = board.done;
    private Focus focus = EDITOR;
    private int modifierChecks;
    private int modifiersHeldFor;
    private boolean keysRefused;

    private TextInserter inserter(DesktopSystem system) {
        Duration none = Duration.ofMillis(1);
        return new TextInserter(
                system,
                board,
                chord -> {
                    if (keysRefused) {
                        throw new IOException("no");
                    }
                    done.add("keys " + chord);
                },
                () -> focus,
                () -> modifierChecks++ < modifiersHeldFor,
                new TextInserter.Waits(none, Duration.ofMillis(60), none, none, none));
    }

    @Test
    void aTextIsOfferedPastedFetchedAndTheClipboardPutBack() {
        board.fetched = true;

        assertThat(inserter(X11).insert("Grüße\n你好", true)).isEqualTo(new Insertion.Inserted(true));
        assertThat(done)
                .containsExactly("save", "offer Grüße\n你好", "forget", "keys CTRL_V", "restore");
    }

    @Test
    void theClipboardIsLeftAloneWhenThatIsWanted() {
        board.fetched = true;

        assertThat(inserter(X11).insert("text", false)).isEqualTo(new Insertion.Inserted(true));
        assertThat(done).doesNotContain("restore");
    }

    @Test
    void aTerminalGetsTheSelectionInOneLine() {
        board.fetched = true;
        focus = TERMINAL;

        inserter(X11).insert("rm -rf x\nls\r\n", true);

        assertThat(done)
                .containsExactly(
                        "save primary",
                        "offer rm -rf x ls primary",
                        "forget",
                        "keys SHIFT_INSERT",
                        "restore");
    }

    @Test
    void whatNobodyHasFetchedIsNeverCalledInserted() {
        board.fetched = false;

        assertThat(inserter(X11).insert("text", true))
                .isEqualTo(new Insertion.CopiedOnly(Reason.NOT_FETCHED));
        // the text stays, for the user to paste
        assertThat(done).doesNotContain("restore");
    }

    @Test
    void whereFetchesCannotBeSeenItSaysSo() {
        board.fetched = null;
        focus = new Focus.Unknown();

        assertThat(inserter(new DesktopSystem(Os.MAC, Session.NATIVE, "")).insert("text", true))
                .isEqualTo(new Insertion.Inserted(false));
        assertThat(done).contains("keys CMD_V", "restore");
    }

    @Test
    void waylandNeverGetsKeys() {
        DesktopSystem wayland = new DesktopSystem(Os.LINUX, Session.WAYLAND, "GNOME");

        assertThat(inserter(wayland).canSend()).isFalse();
        assertThat(inserter(wayland).insert("text", true))
                .isEqualTo(new Insertion.CopiedOnly(Reason.WAYLAND));
        assertThat(done).containsExactly("offer text");
    }

    @Test
    void withoutAScreenNothingIsTouched() {
        DesktopSystem none = new DesktopSystem(Os.LINUX, Session.NONE, "");

        assertThat(inserter(none).insert("text", true))
                .isEqualTo(new Insertion.Failed(Reason.NO_DISPLAY, ""));
        assertThat(done).isEmpty();
    }

    @Test
    void withoutATargetTheTextIsCopied() {
        focus = new Focus.Nowhere();
        assertThat(inserter(X11).insert("text", true))
                .isEqualTo(new Insertion.CopiedOnly(Reason.NO_TARGET));
        focus = new Focus.In(new FocusedWindow("sayso", ProcessHandle.current().pid()));
        assertThat(inserter(X11).insert("text", true))
                .isEqualTo(new Insertion.CopiedOnly(Reason.OWN_WINDOW));
        assertThat(done).containsExactly("offer text", "offer text");
    }

    @Test
    void theHotkeysOwnKeysAreWaitedFor() {
        board.fetched = true;
        modifiersHeldFor = 3;
        assertThat(inserter(X11).insert("text", true)).isEqualTo(new Insertion.Inserted(true));

        modifiersHeldFor = Integer.MAX_VALUE;
        assertThat(inserter(X11).insert("text", true))
                .isEqualTo(new Insertion.CopiedOnly(Reason.KEYS_HELD));
    }

    @Test
    void refusalsAreReported() {
        keysRefused = true;
        assertThat(inserter(X11).insert("text", true))
                .isEqualTo(new Insertion.CopiedOnly(Reason.KEYS_REFUSED));
        board.taken = true;
        assertThat(inserter(X11).insert("text", true))
                .isEqualTo(new Insertion.Failed(Reason.CLIPBOARD_TAKEN, ""));
        board.broken = true;
        assertThat(inserter(X11).insert("text", true))
                .isEqualTo(new Insertion.Failed(Reason.CLIPBOARD, "busy"));
    }

    @Test
    void whatSomeoneElseCopiesAfterwardsIsNotOverwritten() {
        board.fetched = true;
        board.takenAfterFetch = true;

        assertThat(inserter(X11).insert("text", true)).isEqualTo(new Insertion.Inserted(true));
        assertThat(done).doesNotContain("restore");
    }

    @Test
    void interruptingCallsItOff() {
        Thread.currentThread().interrupt();
        assertThat(inserter(X11).insert("text", true))
                .isEqualTo(new Insertion.Failed(Reason.INTERRUPTED, ""));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(done).doesNotContain("keys CTRL_V");
    }

    @Test
    void controlCharactersAreNotPasted() {
        assertThat(InsertedText.of("a\u001b[31mb\u0003\tc\u0085d\u2028e", false))
                .isEqualTo("a[31mb\tcd\ne");
        assertThat(InsertedText.of("a\tb\n\n", true)).isEqualTo("a b");
        assertThat(InsertedText.of("🎙 é 你", false)).isEqualTo("🎙 é 你");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasWords(Reason reason) {
        for (var language : dev.sayso.app.ui.Messages.LANGUAGES) {
            Diagnostics words = new Diagnostics(language, X11);
            assertThat(words.insertion(new Insertion.CopiedOnly(reason))).doesNotContain("{");
            assertThat(words.insertion(new Insertion.Failed(reason, ""))).doesNotContain("{");
        }
    }

    /// A clipboard that does as it is told, and remembers.
    private static final class Board implements PasteBoard {

        final List<String> done = new ArrayList<>();
        @Nullable Boolean fetched = true;
        boolean taken;
        boolean takenAfterFetch;
        boolean broken;

        @Override
        public Saved save(boolean primary) throws IOException {
            if (broken) {
                throw new IOException("busy");
            }
            done.add("save" + (primary ? " primary" : ""));
            return () -> done.add("restore");
        }

        @Override
        public Offer offer(String text, boolean primary) {
            done.add("offer " + text + (primary ? " primary" : ""));
            return new Offer() {
                private boolean asked;

                @Override
                public void forgetFetches() {
                    done.add("forget");
                }

                @Override
                public @Nullable Boolean awaitFetch(Duration most) {
                    asked = true;
                    return fetched;
                }

                @Override
                public boolean stands() {
                    return !taken && !(asked && takenAfterFetch);
                }
            };
        }
    }
}
