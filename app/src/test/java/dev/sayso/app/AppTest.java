package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.recognition.Transcriber;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.ui.FxTest;
import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.audio.WavFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// A test of the whole program.
abstract class AppTest extends FxTest {

    static final Path SAMPLES = Path.of("../engine/starter-model/samples").toAbsolutePath();
    static final Path MEDIA = Path.of("src/test/resources/dev/sayso/app/media").toAbsolutePath();
    static final String SAID =
            "The class starts this evening. Please call seven two nine, three one six. I will visit"
                    + " the director this morning.";

    @TempDir Path folder;
    private @Nullable AppRun running;

    AppRun run() {
        return Objects.requireNonNull(running);
    }

    /// Starts the program, with the starter model.
    void begin() throws Exception {
        begin(Transcriber::open, settings -> settings);
    }

    void begin(Transcriber.Opener opener, UnaryOperator<Settings> change) throws Exception {
        running = new AppRun(folder.resolve("home"), opener, change);
        await("microphones and models", () -> run().app.dictation().looked().get());
    }

    /// Ends the program; its FX thread must never have waited.
    void end() throws Exception {
        AppRun over = running;
        running = null;
        if (over != null) {
            over.end();
            System.out.printf(
                    "%s: longest answer of the FX thread %d ms, with its start%n",
                    getClass().getSimpleName(), over.watchdog.longestAnswer().toMillis());
            assertThat(over.watchdog.waits()).as("waits of the FX thread").isEmpty();
        }
    }

    @AfterEach
    void endIfStillRunning() throws Exception {
        end();
    }

    static Pcm speech() throws IOException {
        return WavFile.read(SAMPLES.resolve("05-known-male-voice.wav")).pcm();
    }

    /// Clicks where something stands once nothing moves any more.
    void click(String what) {
        Bounds[] last = new Bounds[1];
        await(
                "rest of " + what,
                () -> {
                    Node node = shown(what);
                    if (node == null) {
                        return false;
                    }
                    Bounds now = node.localToScene(node.getBoundsInLocal());
                    boolean rests = now.equals(last[0]);
                    last[0] = now;
                    return rests;
                });
        clickOn(onFx(() -> Objects.requireNonNull(shown(what))));
    }

    /// The first that can be seen; null when there is none.
    @Nullable Node shown(String what) {
        return seen(what).stream().findFirst().orElse(null);
    }

    List<Node> seen(String what) {
        return lookup(what).queryAll().stream()
                .filter(AppTest::isSeen)
                .sorted(
                        (a, b) ->
                                Double.compare(
                                        a.localToScreen(0, 0).getY(), b.localToScreen(0, 0).getY()))
                .toList();
    }

    private static boolean isSeen(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && node.getScene().getWindow().isShowing();
    }

    static void key(Node node, KeyCode key) {
        fx(
                () ->
                        Event.fireEvent(
                                node,
                                new KeyEvent(
                                        KeyEvent.KEY_PRESSED,
                                        "",
                                        "",
                                        key,
                                        false,
                                        false,
                                        false,
                                        false)));
    }

    static void fx(Runnable work) {
        onFx(
                (Callable<Boolean>)
                        () -> {
                            work.run();
                            return true;
                        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    static String clipboard() {
        return onFx(() -> String.valueOf(Clipboard.getSystemClipboard().getString()));
    }
}
