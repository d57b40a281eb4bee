package dev.sayso.app.export;

import atlantafx.base.theme.Styles;
import dev.sayso.app.export.ExportModel.Preview;
import dev.sayso.app.export.ExportModel.State;
import dev.sayso.app.subtitles.ExportFormat;
import dev.sayso.app.subtitles.Violation;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.ErrorPanel;
import dev.sayso.app.ui.FileDialogs;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Problem;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Formats on the left, what the file will look like on the right, and a button.
public final class ExportView extends VBox {

    private final ExportModel model;
    private final FileDialogs dialogs;
    private final Messages words;
    private final Messages rules;
    private final ErrorPanel error;
    private final Label hint = new Label();
    private final TextArea preview = new TextArea();
    private final FontIcon verdict = new FontIcon();
    private final Label report = new Label();
    private final HBox reportLine = new HBox(verdict, report);

    /// @param words of this package
    /// @param close called when the user wants no more
    public ExportView(ExportModel model, FileDialogs dialogs, Messages words, Runnable close) {
        this.model = model;
        this.dialogs = dialogs;
        this.words = words;
        this.rules = Messages.of(Violation.class, words.locale());
        this.error = new ErrorPanel(Messages.of(ErrorPanel.class, words.locale()));
        getStyleClass().add("export");
        getStylesheets()
                .add(Objects.requireNonNull(ExportView.class.getResource("export.css")).toString());
        Label title = new Label(words.format("title", model.document().title()));
        title.getStyleClass().add(Styles.TITLE_3);
        title.setWrapText(true);
        HBox middle = new HBox(formats(), looks());
        middle.getStyleClass().add("export-middle");
        setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(title, middle, error, buttons(close));
        model.preview().subscribe(this::show);
        model.format().subscribe(format -> hint.setText(words.text("hint." + format.name())));
        model.state().subscribe(this::show);
    }

    private ListView<ExportFormat> formats() {
        ListView<ExportFormat> list = new ListView<>();
        list.getItems().setAll(ExportFormat.values());
        list.setAccessibleText(words.text("formats"));
        list.getStyleClass().addAll("export-formats", Styles.DENSE);
        list.setCellFactory(_ -> new FormatCell());
        // a list keeps Enter to itself, and the button would not hear of it
        list.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ENTER) {
                        event.consume();
                        save();
                    }
                });
        list.getSelectionModel().select(model.format().get());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null) {
                                model.choose(chosen);
                            }
                        });
        return list;
    }

    private VBox looks() {
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        preview.setEditable(false);
        preview.setAccessibleText(words.text("preview"));
        preview.getStyleClass().add("export-preview");
        VBox.setVgrow(preview, Priority.ALWAYS);
        report.setWrapText(true);
        report.setMinHeight(USE_PREF_SIZE);
        reportLine.getStyleClass().add("export-report");
        VBox looks = new VBox(hint, preview, reportLine);
        looks.getStyleClass().add("export-looks");
        HBox.setHgrow(looks, Priority.ALWAYS);
        return looks;
    }

    private FlowPane buttons(Runnable close) {
        Button cancel = new Button(words.text("close"));
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> close.run());
        Button save = Controls.button(Feather.DOWNLOAD, words.text("save"), this::save);
        save.setDefaultButton(true);
        save.disableProperty().bind(model.state().map(State.Writing.class::isInstance));
        FlowPane buttons = new FlowPane(cancel, save);
        buttons.getStyleClass().add("export-buttons");
        return buttons;
    }

    private void save() {
        error.show(null);
        model.write(dialogs.save(words.text("save.title"), model.fileName()));
    }

    private void show(Preview made) {
        preview.setText(made.text());
        boolean subtitles = made.cues() > 0;
        reportLine.setVisible(subtitles);
        reportLine.setManaged(subtitles);
        boolean kept = made.violations().isEmpty();
        verdict.setIconCode(kept ? Feather.CHECK_CIRCLE : Feather.ALERT_TRIANGLE);
        report.setText(kept ? words.format("report.kept", made.cues()) : broken(made));
    }

    private String broken(Preview made) {
        Map<Violation.Kind, Long> counts =
                made.violations().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Violation::kind, TreeMap::new, Collectors.counting()));
        String kinds =
                counts.entrySet().stream()
                        .map(kind -> rules.format("violations." + kind.getKey(), kind.getValue()))
                        .collect(Collectors.joining("\n"));
        return words.format("report.broken", made.cues()) + "\n" + kinds;
    }

    private void show(State state) {
        if (state instanceof State.Failed(var target, var why)) {
            error.show(
                    new Problem(
                            words.format("failed", target.getFileName()),
                            words.text("failed.advice"),
                            why.toString()));
        }
    }

    private final class FormatCell extends ListCell<ExportFormat> {

        FormatCell() {
            // as wide as the list, which then never moves sideways
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ExportFormat format, boolean empty) {
            super.updateItem(format, empty);
            setText(empty || format == null ? null : words.text("format." + format.name()));
        }
    }
}
