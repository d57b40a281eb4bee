package dev.sayso.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.desktop.DesktopSystem.Session;
import dev.sayso.app.desktop.Insertion.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// On a real X11 screen, with other people's programs. `src/test/scripts/desktop-check.sh` gives it
/// one.
@Tag("desktop")
@Timeout(180)
@EnabledIfEnvironmentVariable(
        named = "SAYSO_DESKTOP_CHECK",
        matches = "1",
        disabledReason = "needs a screen of its own: src/test/scripts/desktop-check.sh")
class RealDesktopTest {

    private static final int TIMES = 20;
    private static final DesktopSystem SYSTEM =
            DesktopSystem.of(System.getenv(), System.getProperty("os.name"));

    @TempDir Path temp;
    private XTools tools;
    private TextInserter inserter;

    @BeforeEach
    void prepare() {
        assertThat(SYSTEM.session()).isEqualTo(Session.X11);
        tools = new XTools(temp);
        inserter = TextInserter.of(SYSTEM, () -> false);
    }

    @AfterEach
    void end() {
        tools.close();
    }

    @Test
    void theHotkeyIsSeenWhicheverProgramHasTheFocus(TestReporter reporter) throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        List<Long> when = new CopyOnWriteArrayList<>();
        HotkeyListener listener =
                new HotkeyListener() {
                    @Override
                    public void pressed() {
                        when.add(System.nanoTime());
                        heard.add("pressed");
                    }

                    @Override
                    public void released() {
                        when.add(System.nanoTime());
                        heard.add("released");
                    }

                    @Override
                    public void cancelled() {
                        heard.add("cancelled");
                    }
                };
        tools.start("xterm");
        XTools.focus("--class", "xterm");
        try (ExecutorService executor = Executors.newSingleThreadExecutor();
                GlobalHotkey hotkey =
                        GlobalHotkey.start(SYSTEM, temp.resolve("lib"), listener, executor)) {
            hotkey.use(Shortcut.parse("Ctrl+Alt+Space"));
            assertThat(hotkey.state())
                    .isEqualTo(new HotkeyState.Active(Shortcut.parse("Ctrl+Alt+Space"), false));
            Thread.sleep(300);
            for (int i = 1; i <= TIMES; i++) {
                int taps = i;
                XTools.keys("key", "ctrl+alt+space");
                XTools.await("tap " + i, () -> heard.size() == 2 * taps);
            }
            heard.clear();
            when.clear();
            XTools.keys("keydown", "ctrl", "keydown", "alt", "keydown", "space");
            Thread.sleep(1200);
            assertThat(hotkey.modifiersHeld()).isTrue();
            XTools.keys("keyup", "space", "keyup", "alt", "keyup", "ctrl");
            XTools.await("release", () -> heard.size() == 2);
            assertThat(heard).containsExactly("pressed", "released");
            long held = TimeUnit.NANOSECONDS.toMillis(when.get(1) - when.get(0));
            assertThat(held).isBetween(1000L, 4000L);
            reporter.publishEntry("held for, ms", String.valueOf(held));

            heard.clear();
            XTools.keys("key", "ctrl+alt+shift+space", "key", "ctrl+space", "key", "Escape");
            hotkey.use(Shortcut.parse("F9"));
            hotkey.hearEscape(true);
            XTools.keys("key", "ctrl+alt+space", "key", "F9", "key", "Escape");
            XTools.await("F9 and Escape", () -> heard.contains("cancelled"));
            assertThat(heard).containsExactly("pressed", "released", "cancelled");
            assertThat(hotkey.modifiersHeld()).isFalse();
        }
    }

    @Test
    void anEditorGetsEveryTextAndTheClipboardIsPutBack(TestReporter reporter) throws Exception {
        Path before = Files.writeString(temp.resolve("before.txt"), "vorher 之前");
        Path file = Files.writeString(temp.resolve("notes.txt"), "");
        tools.start("mousepad", "--disable-server", file.toString());
        XTools.focus("--class", "mousepad");
        tools.copy("clipboard", "UTF8_STRING", before);
        StringBuilder expected = new StringBuilder();
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            String text = i + ": Grüße, Übermut, ß — 你好，世界 🎙\n";
            long began = System.nanoTime();
            assertThat(inserter.insert(text, true)).isEqualTo(new Insertion.Inserted(true));
            millis.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            expected.append(text);
            assertThat(XTools.pasted("clipboard", "UTF8_STRING"))
                    .isEqualTo(Files.readAllBytes(before));
        }
        XTools.screenshot("desktop-mousepad");
        XTools.keys("key", "ctrl+s");
        XTools.await(
                "saved", () -> Files.readString(file).strip().equals(expected.toString().strip()));
        reporter.publishEntry("insertions into an editor, ms", millis.toString());
    }

    @Test
    void aTerminalGetsEveryTextThroughTheSelection(TestReporter reporter) throws Exception {
        Path file = temp.resolve("typed.txt");
        Path before = Files.writeString(temp.resolve("before.txt"), "ausgewählt");
        tools.start("xterm", "-u8", "-e", "sh", "-c", "stty -echo -icanon; cat > '" + file + "'");
        XTools.focus("--class", "xterm");
        tools.copy("clipboard", "UTF8_STRING", before);
        tools.copy("primary", "UTF8_STRING", before);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < TIMES; i++) {
            assertThat(inserter.insert(i + ": Grüße\n你好 ", true))
                    .isEqualTo(new Insertion.Inserted(true));
            expected.append(i).append(": Grüße 你好");
            assertThat(XTools.pasted("clipboard", "UTF8_STRING"))
                    .isEqualTo(Files.readAllBytes(before));
            assertThat(XTools.pasted("primary", "UTF8_STRING"))
                    .isEqualTo(Files.readAllBytes(before));
        }
        XTools.await("typed", () -> Files.readString(file).equals(expected.toString()));
        reporter.publishEntry("insertions into a terminal", String.valueOf(TIMES));
    }

    @Test
    void aSlowEditorGetsTheTextAndNotTheOldClipboard() throws Exception {
        Path before = Files.writeString(temp.resolve("before.txt"), "ALT");
        Path file = Files.writeString(temp.resolve("notes.txt"), "");
        Process editor = tools.start("mousepad", "--disable-server", file.toString());
        XTools.focus("--class", "mousepad");
        tools.copy("clipboard", "UTF8_STRING", before);
        StringBuilder expected = new StringBuilder();
        for (int delay : new int[] {300, 1000, 2000, 4000}) {
            String text = "nach " + delay + " ms\n";
            XTools.run("kill", "-STOP", String.valueOf(editor.pid()));
            CompletableFuture<Insertion> insertion =
                    CompletableFuture.supplyAsync(() -> inserter.insert(text, true));
            Thread.sleep(delay);
            assertThat(insertion).isNotDone();
            XTools.run("kill", "-CONT", String.valueOf(editor.pid()));
            assertThat(insertion.get()).isEqualTo(new Insertion.Inserted(true));
            expected.append(text);
        }
        XTools.keys("key", "ctrl+s");
        XTools.await(
                "saved", () -> Files.readString(file).strip().equals(expected.toString().strip()));
        assertThat(XTools.pasted("clipboard", "UTF8_STRING")).isEqualTo(Files.readAllBytes(before));
    }

    @Test
    void imagesHtmlAndFilesOnTheClipboardAreKept() throws Exception {
        Path sink = temp.resolve("typed.txt");
        tools.start("xterm", "-u8", "-e", "sh", "-c", "stty -echo -icanon; cat > '" + sink + "'");
        XTools.focus("--class", "xterm");
        Path picture = temp.resolve("picture.png");
        XTools.run("convert", "-size", "640x480", "gradient:red-blue", picture.toString());
        assertKept("image/png", picture);
        assertKept("text/html", Files.writeString(temp.resolve("a.html"), "<b>fett</b> ü"));
        assertKept(
                "text/uri-list", Files.writeString(temp.resolve("list"), "file:///etc/hosts\r\n"));
    }

    private void assertKept(String type, Path file) throws Exception {
        tools.copy("clipboard", type, file);
        assertThat(inserter.insert("x", true)).isEqualTo(new Insertion.Inserted(true));
        assertThat(XTools.pasted("clipboard", type)).as(type).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void withoutATargetTheTextIsOnTheClipboardAndNothingElseIsSaid() throws Exception {
        // no window is left of the tests before
        assertThat(inserter.insert("kein Ziel", true))
                .isEqualTo(new Insertion.CopiedOnly(Reason.NO_TARGET));
        assertThat(new String(XTools.pasted("clipboard", "UTF8_STRING"), StandardCharsets.UTF_8))
                .isEqualTo("kein Ziel");
    }

    @Test
    void aProgramThatDoesNotPasteIsNotCalledATarget() throws Exception {
        tools.start("xclock");
        // it asks for no keys, but a clumsy click may give it the focus
        XTools.keys("windowfocus", "--sync", XTools.focus("--class", "xclock"));
        assertThat(inserter.insert("wohin?", true))
                .isEqualTo(new Insertion.CopiedOnly(Reason.NOT_FETCHED));
    }

    @Test
    void theTraysMenuWorks() throws Exception {
        TrayActions none = new TrayActions(() -> {}, () -> {}, () -> {}, () -> {});
        assertThat(Tray.install(TrayIcons.drawn(), false, Locale.ENGLISH, none, Runnable::run))
                .as("no tray yet")
                .isEmpty();
        Process panel = trayer();
        List<String> chosen = new CopyOnWriteArrayList<>();
        TrayActions actions =
                new TrayActions(
                        () -> chosen.add("toggle"),
                        () -> chosen.add("copy"),
                        () -> chosen.add("open"),
                        () -> chosen.add("quit"));
        XTools.await("a tray", java.awt.SystemTray::isSupported);
        Tray tray =
                Tray.install(TrayIcons.drawn(), true, Locale.GERMAN, actions, Runnable::run)
                        .orElseThrow();
        tray.show(TrayState.RECORDING, true);
        Thread.sleep(1500);
        String window =
                XTools.text("xdotool", "search", "--onlyvisible", "--class", "trayer")
                        .lines()
                        .reduce("", (_, last) -> last);
        XTools.keys("mousemove", "--window", window, "12", "12", "click", "3");
        Thread.sleep(700);
        XTools.screenshot("desktop-tray-dark");
        XTools.keys("mousemove_relative", "--", "-30", "-100", "sleep", "0.3", "click", "1");
        XTools.await("a choice", () -> !chosen.isEmpty());
        assertThat(chosen).containsExactly("toggle");
        tray.useColours(false);
        tray.show(TrayState.IDLE, true);
        Thread.sleep(500);
        XTools.keys("mousemove", "--window", window, "12", "12", "click", "1");
        Thread.sleep(700);
        XTools.screenshot("desktop-tray-light");
        XTools.keys("mousemove_relative", "--", "-30", "-82", "sleep", "0.3", "click", "1");
        XTools.await("another choice", () -> chosen.size() == 2);
        assertThat(chosen).containsExactly("toggle", "copy");

        assertThat(tray.isThere()).isTrue();
        panel.destroyForcibly().waitFor();
        XTools.await("no tray", () -> !tray.isThere());
        trayer();
        XTools.await("the icon is back", tray::isThere);
        tray.close();
        XTools.await("closed", () -> !tray.isThere());
    }

    private Process trayer() throws IOException {
        return tools.start(
                "trayer", "--edge", "bottom", "--align", "right", "--widthtype", "request");
    }

    @Test
    void theCrashDialogIsReadAndClosed() throws Exception {
        String system = SystemFacts.of(System.getProperties()).summary();
        CrashReport report =
                CrashReport.of(new IllegalStateException("gesagt"), "1.2.3", system, "/home/x");
        for (boolean dark : new boolean[] {false, true}) {
            for (Locale language : dev.sayso.app.ui.Messages.LANGUAGES) {
                StartupFailure failure =
                        new StartupFailure(
                                language,
                                dark,
                                text -> {
                                    throw new AssertionError("there is a screen: " + text);
                                });
                Thread dialog =
                        Thread.ofPlatform()
                                .start(
                                        () -> {
                                            try {
                                                failure.show(StartupFailure.Kind.CRASH, report);
                                            } catch (InterruptedException e) {
                                                throw new AssertionError(e);
                                            }
                                        });
                String window = XTools.focus("--name", "^Sayso$");
                Thread.sleep(300);
                XTools.screenshot("desktop-crash-" + language + (dark ? "-dark" : "-light"));
                XTools.keys("key", "--window", window, "Return");
                XTools.keys("key", "Return");
                dialog.join(20_000);
                assertThat(dialog.isAlive()).as("closed by Return").isFalse();
            }
        }
    }
}
