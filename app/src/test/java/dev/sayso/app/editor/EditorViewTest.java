package dev.sayso.app.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sayso.app.playback.ScriptedSpeakers;
import dev.sayso.app.transcript.Cue;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.FxTest;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Toasts;
import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.DoubleConsumer;
import javafx.application.ColorScheme;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EditorViewTest extends FxTest {

    private static final int HOURS = 3;

    private final ScriptedSpeakers speakers = new ScriptedSpeakers();
    private final List<TranscriptDocument> saved = new CopyOnWriteArrayList<>();
    private final List<TranscriptDocument> exported = new ArrayList<>();
    private @Nullable EditorModel opened;
    private boolean left;

    private EditorModel model() {
        return Objects.requireNonNull(opened);
    }

    private void open(
            TranscriptDocument document, Locale locale, ColorScheme colours, double scale) {
        show(
                () -> {
                    EditorTools tools =
                            new EditorTools(
                                    EditorViewTest::sound,
                                    speakers,
                                    saved::add,
                                    new Background(),
                                    Duration.ofMillis(1));
                    opened = new EditorModel(document, true, tools);
                    Toasts toasts = new Toasts();
                    EditorView view =
                            new EditorView(
                                    model(),
                                    Messages.of(EditorView.class, locale),
                                    toasts,
                                    exported::add,
                                    () -> left = true);
                    StackPane root = new StackPane(view, toasts.view());
                    root.setStyle("-fx-font-size: " + 14 * scale + "px");
                    return root;
                },
                colours,
                980,
                760);
    }

    private void awaitSound() {
        await("the sound", () -> model().audio().state().get() instanceof AudioState.Ready);
    }

    /// Something that looks like speech: bursts of noise, a second each.
    private static Pcm sound(Path file, DoubleConsumer progress) throws IOException {
        if (file.toString().contains("gone")) {
            throw new IOException(file + ": no such file");
        }
        int seconds = file.toString().contains("long") ? HOURS * 3600 : 60;
        float[] samples = new float[seconds * Pcm.RATE];
        Random random = new Random(1);
        for (int second = 0; second < seconds; second++) {
            float loudness = random.nextFloat() * random.nextFloat();
            for (int i = 0; i < Pcm.RATE; i += seconds > 1000 ? 40 : 1) {
                double shape = Math.sin(Math.PI * i / Pcm.RATE) * Math.sin(i / 900.0);
                samples[second * Pcm.RATE + i] =
                        (float) (random.nextGaussian() * 0.4 * loudness * shape);
            }
        }
        return Pcm.of(samples);
    }

    private static TranscriptDocument document(String file, Cue... cues) {
        return new TranscriptDocument(
                "Interview with the mayor.wav",
                Path.of(file),
                "starter",
                null,
                Instant.EPOCH,
                Duration.ofMinutes(1),
                List.of(cues));
    }

    private static TranscriptDocument minute() {
        return document(
                "minute.wav",
                EditTest.cue(0, 9_000, "Good morning, and thank you for coming all the way here."),
                EditTest.cue(9_000, 14_000, "Did you find the place easily?"),
                EditTest.cue(
                        14_500,
                        31_000,
                        "We did, thank you. The road along the river is closed, so we went round by"
                                + " the old bridge and through the market, which took a little"
                                + " longer than we had hoped, but it was worth it for the view."),
                EditTest.cue(33_000, 47_000, "That bridge is why we are here today."),
                EditTest.cue(47_000, 60_000, "Then let us begin with the bridge."));
    }

    private static TranscriptDocument long3Hours() {
        List<Cue> cues = new ArrayList<>();
        String[] texts = {
            "Die Straßenverkehrszulassungsordnungsänderungsverordnung wurde ausführlich besprochen.",
            "Anschließend folgte die Donaudampfschifffahrtsgesellschaftskapitänswitwenrente"
                    + " sowie die Rechtsschutzversicherungsgesellschaftenbeitragsbemessungsgrenze,"
                    + " über die lange und ohne Ergebnis gestritten worden ist, weil niemand die"
                    + " Unterlagen mitgebracht hatte.",
            "Gut.",
            "大家好，今天我们讨论桥梁的问题。",
        };
        for (int i = 0; i < 3_000; i++) {
            cues.add(EditTest.cue(i * 3_600, i * 3_600 + 3_400, texts[i % texts.length]));
        }
        return new TranscriptDocument(
                "Hauptausschusssitzungsaufzeichnung-mit-einem-sehr-langen-Dateinamen-vom-Dienstag.mp4",
                Path.of("long.mp4"),
                "starter",
                null,
                Instant.EPOCH,
                Duration.ofHours(HOURS),
                cues);
    }

    @AfterEach
    void close() {
        if (opened != null) {
            onFx(
                    () -> {
                        model().close();
                        return null;
                    });
        }
    }

    private List<String> texts() {
        return onFx(() -> model().cues().stream().map(Cue::text).toList());
    }

    private boolean typesInto(int cue) {
        List<Node> areas = visible(".cue-area");
        return model().current().get() == cue && !areas.isEmpty() && areas.getFirst().isFocused();
    }

    private static boolean isSeen(Node node) {
        for (Node one = node; one != null; one = one.getParent()) {
            if (!one.isVisible()) {
                return false;
            }
        }
        return true;
    }

    @Test
    void textIsEditedSplitMergedAndTakenBack() throws Exception {
        open(minute(), Locale.ENGLISH, ColorScheme.LIGHT, 1);
        awaitSound();
        List<String> original = texts();
        onFx(
                () -> {
                    model().edit(1, 8);
                    return null;
                });
        await("the keyboard", () -> typesInto(1));
        write("really ");
        assertThat(texts().get(1)).isEqualTo("Did you really find the place easily?");

        press(KeyCode.CONTROL).type(KeyCode.ENTER).release(KeyCode.CONTROL);
        await("the second half", () -> typesInto(2));
        assertThat(texts()).contains("Did you really", "find the place easily?");
        write("To ");
        snapshot("editor-split");
        type(KeyCode.HOME, KeyCode.BACK_SPACE);
        await("the merge", () -> typesInto(1));
        assertThat(texts().get(1)).isEqualTo("Did you really To find the place easily?");
        type(KeyCode.ENTER);
        await("the next cue", () -> typesInto(2));

        while (onFx(() -> model().canUndo().get())) {
            press(KeyCode.CONTROL).type(KeyCode.Z).release(KeyCode.CONTROL);
        }
        assertThat(texts()).isEqualTo(original);
        press(KeyCode.CONTROL).type(KeyCode.Y).release(KeyCode.CONTROL);
        assertThat(texts()).isNotEqualTo(original);
        await("the save", () -> model().saveState().get() instanceof SaveState.Saved);
        assertThat(saved.getLast()).isEqualTo(onFx(() -> model().document().get()));
    }

    @Test
    void aClickOnAWordOrATimeMovesTheSound() throws Exception {
        open(minute(), Locale.ENGLISH, ColorScheme.DARK, 1);
        awaitSound();
        Node text = onFx(() -> visible(".cue-texts").get(2));
        // the beginning of the text: its first word
        Point2D word = onFx(() -> text.localToScreen(14, 12));
        clickOn(word);
        await("the caret", () -> model().current().get() == 3);
        assertThat(onFx(() -> model().audio().isPlaying())).isFalse();
        assertThat(position()).isCloseTo(33.0, within(0.05));

        // the last cue's time plays
        clickOn(onFx(() -> visible(".cue-start").get(3)));
        await("the sound", () -> model().audio().isPlaying());
        speakers.play(Pcm.RATE / 2);
        await("half a second", () -> model().audio().position().get().toMillis() == 47_500);
        assertThat(onFx(() -> model().playingCue().get())).isEqualTo(4);
        snapshot("editor-dark-playing");

        press(KeyCode.CONTROL).type(KeyCode.SPACE).release(KeyCode.CONTROL);
        await("silence", () -> !model().audio().isPlaying());
    }

    private double position() {
        return onFx(() -> model().audio().position().get().toNanos() / 1e9);
    }

    private List<Node> visible(String style) {
        return lookup(style).queryAll().stream()
                .filter(EditorViewTest::isSeen)
                .sorted(
                        (a, b) ->
                                Double.compare(
                                        a.localToScreen(0, 0).getY(), b.localToScreen(0, 0).getY()))
                .toList();
    }

    @Test
    void threeHoursAreScrolledEditedAndShown() throws Exception {
        open(long3Hours(), Locale.GERMAN, ColorScheme.LIGHT, 1);
        awaitSound();
        snapshot("editor-long-light");
        onFx(
                () -> {
                    model().edit(2_345, 4);
                    return null;
                });
        await("the keyboard", () -> typesInto(2_345));
        write("x");
        assertThat(texts().get(2_345)).startsWith("Anscxhließend");
        ListView<?> list = lookup(".cue-list").query();
        assertThat(onFx(() -> list.lookupAll(".cue-cell").size())).isLessThan(60);
        press(KeyCode.CONTROL).type(KeyCode.H).release(KeyCode.CONTROL);
        await("the find bar", () -> model().find().active().get());
        write("gut");
        await("matches", () -> model().find().matches().get().size() == 750);
        type(KeyCode.ENTER);
        snapshot("editor-long-find");
    }

    @Test
    void aSoundThatIsGoneAndALargeScale() throws Exception {
        open(
                document("gone.wav", minute().cues().toArray(Cue[]::new)),
                Locale.GERMAN,
                ColorScheme.DARK,
                2);
        await("the failure", () -> model().audio().state().get() instanceof AudioState.Missing);
        snapshot("editor-200-missing");
        clickOn(".editor-export");
        assertThat(exported).containsExactly(onFx(() -> model().document().get()));
        clickOn(".editor-header .button-icon");
        await("leaving", () -> left);
    }
}
