package dev.sayso.app.dictation;

import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Toasts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The first place of the window.
public final class DictationView extends VBox {

    private final DictationModel model;
    private final RecordBar record;

    /// @param language of the words
    /// @param toasts offer to take things back
    public DictationView(DictationModel model, Locale language, Toasts toasts) {
        this.model = model;
        Messages words = Messages.of(DictationView.class, language);
        getStyleClass().add("dictation");
        getStylesheets()
                .add(
                        Objects.requireNonNull(DictationView.class.getResource("dictation.css"))
                                .toString());
        record = new RecordBar(model, words);
        TranscriptPane transcript = new TranscriptPane(model, words);
        VBox.setVgrow(transcript, Priority.ALWAYS);
        getChildren().addAll(notices(new Notices(model, words)), transcript);
        for (Region kept :
                List.of(new ActionBar(model, words), record, new StatusLine(model, words))) {
            // what a person records with is never pushed out of a low window
            kept.setMinHeight(USE_PREF_SIZE);
            getChildren().add(kept);
        }
        addEventHandler(KeyEvent.KEY_PRESSED, this::typed);
        model.progress()
                .offer()
                .subscribe(
                        offer -> {
                            if (offer != null) {
                                toasts.show(
                                        words.text(DictationWords.offer(offer.kind())),
                                        words.text("offer.undo"),
                                        offer.undo());
                            }
                        });
    }

    /// After the text, they give way, and can then be scrolled.
    private static ScrollPane notices(Notices notices) {
        ScrollPane scroll = new ScrollPane(notices);
        scroll.getStyleClass().add("notices-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        VBox.setVgrow(scroll, Priority.SOMETIMES);
        // a scroll pane does not know that wrapped words are higher where they are narrower
        scroll.prefHeightProperty().bind(notices.heightProperty());
        return scroll;
    }

    /// Puts the focus on the round button: the place is entered, or nothing else has it.
    public void focusRecord() {
        record.focus();
    }

    private void typed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && model.progress().state().get().isActive()) {
            model.cancel();
            event.consume();
        }
    }
}
