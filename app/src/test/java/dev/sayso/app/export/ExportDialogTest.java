package dev.sayso.app.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.subtitles.SubtitleRules;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.FileDialogs;
import dev.sayso.app.ui.FxTest;
import dev.sayso.app.ui.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportDialogTest extends FxTest {

    private static final TranscriptDocument LONG =
            TestDocuments.of(
                    "interview.wav",
                    TestDocuments.cue(
                            0,
                            9000,
                            "When we met for the first time, nobody knew what would become of it. "
                                    + "Today the whole team is here."),
                    TestDocuments.cue(9000, 9400, "And everybody was talking much too fast here."),
                    TestDocuments.cue(
                            9400, 12_000, "Donaudampfschifffahrtsgesellschaftskapitänswitwe"));

    @TempDir Path folder;

    private final List<Path> written = new ArrayList<>();

    /// The headless screen is small, and fails where a window reaches beyond it.
    @BeforeEach
    void inTheCorner() {
        onFx(
                () -> {
                    stage().setX(0);
                    stage().setY(0);
                    return stage();
                });
    }

    @Test
    void aDocumentIsExported() {
        show(VBox::new, ColorScheme.LIGHT, 400, 300);
        onFx(
                () -> {
                    new ExportDialog(
                                    stage(),
                                    SubtitleRules::defaults,
                                    new Background(),
                                    _ -> new Answers(folder),
                                    words(Locale.ENGLISH),
                                    written::add)
                            .export(LONG);
                    return null;
                });
        await("the preview", () -> lookup(".export-preview").tryQuery().isPresent());
        clickOn("Text with times");
        press(KeyCode.ENTER).release(KeyCode.ENTER);
        await("the file", () -> !written.isEmpty());

        assertThat(written).containsExactly(folder.resolve("interview.txt"));
        assertThat(written.getFirst()).content().startsWith("[0:00:00] When we met");
    }

    @Test
    void aFailureKeepsTheDialogOpen() throws Exception {
        show(() -> view(Locale.ENGLISH), ColorScheme.DARK, 760, 560);
        await("the preview", () -> lookup(".export-report").query().isVisible());
        snapshot("export-dark");
        clickOn("_Save as…");
        await("the error", () -> lookup(".error-headline").tryQuery().isPresent());
        snapshot("export-failed");
    }

    @Test
    void pictures() throws Exception {
        show(() -> view(Locale.ENGLISH), ColorScheme.LIGHT, 760, 560);
        await("the preview", () -> lookup(".export-report").query().isVisible());
        snapshot("export-light");
        show(
                () -> {
                    ExportView view = view(Locale.GERMAN);
                    view.setStyle("-fx-font-size: 28px");
                    return view;
                },
                ColorScheme.LIGHT,
                900,
                900);
        await("the preview", () -> lookup(".export-report").query().isVisible());
        snapshot("export-german-200");
    }

    private ExportView view(Locale locale) {
        ExportModel model =
                new ExportModel(
                        LONG,
                        new Exporter(SubtitleRules::defaults),
                        SubtitleRules::defaults,
                        new Background());
        return new ExportView(
                model, new Answers(folder.resolve("missing")), words(locale), () -> {});
    }

    private static Messages words(Locale locale) {
        return Messages.of(ExportView.class, locale);
    }

    /// Saves what is proposed into a folder.
    private record Answers(Path folder) implements FileDialogs {
        @Override
        public List<Path> open(String title) {
            return List.of();
        }

        @Override
        public @Nullable Path folder(String title) {
            return folder;
        }

        @Override
        public Path save(String title, String name) {
            return folder.resolve(name);
        }
    }
}
