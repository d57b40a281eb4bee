package dev.sayso.app.dictation;

import atlantafx.base.theme.Styles;
import dev.sayso.app.recognition.ModelState;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.ErrorPanel;
import dev.sayso.app.ui.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Where the text is: nothing yet, as it is spoken, as it is edited, or why there is none.
final class TranscriptPane extends StackPane {

    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    private final DictationModel model;
    private final Messages words;
    private final LiveTextPane live;
    private final TextArea editor = new TextArea();
    private final FindBar find;
    private final VBox editing;
    private final VBox failed = new VBox();

    TranscriptPane(DictationModel model, Messages words) {
        this.model = model;
        this.words = words;
        this.live = new LiveTextPane(words.text("live.name"));
        this.find = new FindBar(words, editor);
        this.editing = new VBox(find, editor);
        getStyleClass().add("transcript");
        failed.getStyleClass().add("failed");
        editor.setWrapText(true);
        editor.getStyleClass().add("editor");
        editor.setAccessibleText(words.text("editor.name"));
        editor.textProperty().bindBidirectional(model.editor());
        editor.focusedProperty()
                .subscribe(
                        focused -> {
                            if (!focused) {
                                model.keepEdits();
                            }
                        });
        VBox.setVgrow(editor, Priority.ALWAYS);
        editing.addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        model.progress().text().subscribe(live::show);
        model.progress().state().subscribe(_ -> update());
        model.looked().subscribe(_ -> update());
        model.modelState().subscribe(_ -> update());
        model.devices().subscribe(this::update);
    }

    private void typed(KeyEvent event) {
        if (FIND.match(event)) {
            find.open();
            event.consume();
        }
    }

    private void update() {
        show(
                switch (model.progress().state().get()) {
                    case DictationState.Idle _ -> idle();
                    case DictationState.Arming _ -> live("live.arming");
                    case DictationState.Listening(_, boolean paused) ->
                            live(paused ? "live.paused" : spoken());
                    case DictationState.Finishing _ -> live("live.finishing");
                    case DictationState.Done _ -> editing;
                    case DictationState.Failed(DictationFailure failure) -> failed(failure);
                });
    }

    private void show(Node node) {
        if (!getChildren().equals(List.of(node))) {
            getChildren().setAll(node);
        }
    }

    private String spoken() {
        return model.modelState().get() instanceof ModelState.Loading
                ? "live.loading"
                : "live.speak";
    }

    private LiveTextPane live(String hint) {
        live.hint(words.text(hint));
        return live;
    }

    private Node idle() {
        if (model.looked().get() && model.devices().isEmpty()) {
            return message(Feather.MIC_OFF, "empty.microphone", "empty.microphone.advice");
        }
        return message(Feather.MIC, "empty.headline", "empty.advice");
    }

    private VBox message(Ikon icon, String headline, String advice) {
        Label first = new Label(words.text(headline), new FontIcon(icon));
        first.getStyleClass().addAll(Styles.TITLE_4, "empty-headline");
        first.setWrapText(true);
        Label second = new Label(words.text(advice));
        second.getStyleClass().add(Styles.TEXT_MUTED);
        second.setWrapText(true);
        first.setMinHeight(Region.USE_PREF_SIZE);
        second.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(first, second);
        box.getStyleClass().add("empty");
        return box;
    }

    private Node failed(DictationFailure failure) {
        ErrorPanel panel = new ErrorPanel(Messages.of(ErrorPanel.class, words.locale()));
        panel.show(new FailureWords(words).of(failure));
        FlowPane actions = new FlowPane();
        actions.getStyleClass().add("failed-actions");
        if (failure.recording() != null) {
            Button retry =
                    Controls.button(Feather.REFRESH_CW, words.text("failed.retry"), model::retry);
            retry.getStyleClass().add(Styles.ACCENT);
            actions.getChildren()
                    .addAll(
                            retry,
                            Controls.button(
                                    Feather.TRASH_2, words.text("failed.discard"), model::discard));
        }
        if (failure.kind() == DictationFailure.Kind.MODEL) {
            actions.getChildren()
                    .add(
                            Controls.button(
                                    Feather.BOX, words.text("failed.models"), model::openModels));
        }
        failed.getChildren().setAll(panel, actions);
        return failed;
    }
}
