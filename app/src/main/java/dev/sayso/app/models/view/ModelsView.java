package dev.sayso.app.models.view;

import atlantafx.base.theme.Styles;
import dev.sayso.app.models.ShelfItem;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.ErrorPanel;
import dev.sayso.app.ui.FileDialogs;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Toasts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// The place "Models".
public final class ModelsView extends ScrollPane {

    private final ModelsModel model;
    private final ViewWords all;
    private final Messages words;
    private final FileDialogs dialogs;
    private final long memory;

    private final ErrorPanel error;
    private final Label hint = new Label();
    private final VBox cards = new VBox();
    private final Label place = new Label();
    private final Map<ModelCard, CardView> views = new HashMap<>();

    /// @param locale of the words
    /// @param memory of this machine, in bytes
    public ModelsView(
            ModelsModel model, Locale locale, FileDialogs dialogs, Toasts toasts, long memory) {
        this.model = model;
        this.all = ViewWords.of(locale);
        this.words = all.words();
        this.dialogs = dialogs;
        this.memory = memory;
        this.error = new ErrorPanel(all.shared());
        getStylesheets()
                .add(Objects.requireNonNull(ModelsView.class.getResource("models.css")).toString());
        getStyleClass().add("models");
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setContent(content());
        model.cards().addListener((ListChangeListener<ModelCard>) _ -> showCards());
        model.free().addListener((_, _, _) -> showPlace());
        model.trouble().addListener((_, _, _) -> showTrouble());
        model.arrived()
                .addListener(
                        (_, _, name) -> {
                            if (name != null) {
                                toasts.show(words.format("toast.ready", name));
                            }
                        });
        showCards();
        showPlace();
        showTrouble();
    }

    private Node content() {
        Label title = new Label(words.text("title.models"));
        title.getStyleClass().add(Styles.TITLE_2);
        hint.setWrapText(true);
        hint.setText(words.text("title.hint"));
        hint.getStyleClass().add("models-hint");
        cards.getStyleClass().add("models-cards");
        Button own = Controls.button(Feather.FOLDER, words.text("own.add"), this::addFolder);
        Label about = new Label(words.text("own.about"));
        about.setWrapText(true);
        about.getStyleClass().add(Styles.TEXT_MUTED);
        HBox.setHgrow(about, Priority.ALWAYS);
        own.setMinWidth(Region.USE_PREF_SIZE);
        HBox ownRow = new HBox(own, about);
        ownRow.setAlignment(Pos.CENTER_LEFT);
        ownRow.getStyleClass().add("models-own");
        place.setWrapText(true);
        place.getStyleClass().add(Styles.TEXT_MUTED);
        VBox content = new VBox(title, error, hint, cards, ownRow, mirror(), place);
        content.getStyleClass().add("models-content");
        content.setFillWidth(true);
        return content;
    }

    private Node mirror() {
        Label about = new Label(words.text("mirror.about"));
        about.setWrapText(true);
        Label label = new Label(words.text("mirror.label"));
        TextField field = new TextField(model.mirror());
        field.setPromptText(words.text("mirror.prompt"));
        label.setLabelFor(field);
        Label wrong = new Label(words.text("mirror.wrong"));
        wrong.setWrapText(true);
        wrong.getStyleClass().add(Styles.DANGER);
        wrong.setVisible(false);
        wrong.setManaged(false);
        Runnable keep =
                () -> {
                    boolean good = model.downloadFrom(field.getText());
                    wrong.setVisible(!good);
                    wrong.setManaged(!good);
                    field.pseudoClassStateChanged(Styles.STATE_DANGER, !good);
                };
        field.setOnAction(_ -> keep.run());
        field.focusedProperty()
                .addListener(
                        (_, _, focused) -> {
                            if (!focused) {
                                keep.run();
                            }
                        });
        VBox box = new VBox(about, label, field, wrong);
        box.getStyleClass().add("models-mirror");
        TitledPane pane = new TitledPane(words.text("mirror.title"), box);
        pane.setExpanded(!model.mirror().isEmpty());
        pane.setAnimated(false);
        return pane;
    }

    private void addFolder() {
        Path folder = dialogs.folder(words.text("own.title"));
        if (folder != null) {
            model.add(folder);
        }
    }

    private void showCards() {
        views.keySet().retainAll(model.cards());
        cards.getChildren()
                .setAll(
                        model.cards().stream()
                                .map(card -> views.computeIfAbsent(card, this::view))
                                .toList());
        showHint();
    }

    private CardView view(ModelCard card) {
        card.state().addListener((_, _, _) -> showHint());
        return new CardView(card, model, all, memory);
    }

    /// While nothing but the starter is here.
    private void showHint() {
        boolean onlyStarter =
                model.cards().stream()
                        .noneMatch(
                                card ->
                                        card.item().get().origin() != ShelfItem.Origin.BUNDLED
                                                && !(card.state().get()
                                                        instanceof CardState.Absent));
        boolean shown = onlyStarter && !model.cards().isEmpty();
        hint.setVisible(shown);
        hint.setManaged(shown);
    }

    private void showPlace() {
        long free = model.free().get();
        place.setText(
                free < 0
                        ? ""
                        : words.format("place.free", model.folder(), all.figures().size(free)));
    }

    private void showTrouble() {
        ModelTrouble trouble = model.trouble().get();
        error.show(trouble == null ? null : ViewWords.problem(words, trouble));
        if (trouble != null) {
            setVvalue(0);
        }
    }
}
