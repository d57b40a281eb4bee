package dev.sayso.app.export;

import dev.sayso.app.export.ExportModel.State;
import dev.sayso.app.subtitles.SubtitleRules;
import dev.sayso.app.transcript.TranscriptDocument;
import dev.sayso.app.ui.Elsewhere;
import dev.sayso.app.ui.FileDialogs;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Theme;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/// Opens the export of a document in a window over the main one.
public final class ExportDialog {

    private static final double WIDTH = 50;
    private static final double HEIGHT = 36;

    private final Window owner;
    private final Supplier<SubtitleRules> rules;
    private final Elsewhere elsewhere;
    private final Function<Window, FileDialogs> dialogs;
    private final Messages words;
    private final Consumer<Path> written;

    /// @param owner waits while the dialog is open
    /// @param rules as they are now
    /// @param elsewhere where files are written
    /// @param dialogs for a window
    /// @param words of this package
    /// @param written told of the file; the dialog has closed
    public ExportDialog(
            Window owner,
            Supplier<SubtitleRules> rules,
            Elsewhere elsewhere,
            Function<Window, FileDialogs> dialogs,
            Messages words,
            Consumer<Path> written) {
        this.owner = owner;
        this.rules = rules;
        this.elsewhere = elsewhere;
        this.dialogs = dialogs;
        this.words = words;
        this.written = written;
    }

    /// Shows the dialog, and returns at once.
    public void export(TranscriptDocument document) {
        Stage stage = new Stage();
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(words.text("window"));
        SubtitleRules now = rules.get();
        ExportModel model =
                new ExportModel(document, new Exporter(() -> now), () -> now, elsewhere);
        ExportView view = new ExportView(model, dialogs.apply(stage), words, stage::close);
        model.state()
                .subscribe(
                        state -> {
                            if (state instanceof State.Written(var target)) {
                                stage.close();
                                written.accept(target);
                            }
                        });
        double em = Font.getDefault().getSize();
        Scene scene = new Scene(view, WIDTH * em, HEIGHT * em);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }
}
