package dev.sayso.app.models.view;

import atlantafx.base.theme.Styles;
import dev.sayso.app.models.CatalogueEntry;
import dev.sayso.app.models.ShelfItem;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with a model. Its buttons come and go, but stay the same nodes, and the focus
/// goes on to one that is there.
final class CardActions extends VBox {

    private final ModelCard card;
    private final Messages words;
    private final Figures figures;

    private final Button download;
    private final Button pause;
    private final Button resume;
    private final Button use;
    private final Button repair;
    private final Button cancel;
    private final Button delete;
    private final FlowPane buttons;

    private final Label question = new Label();
    private final Button really;
    private final Button keep;
    private final FlowPane answers;
    private boolean asking;

    CardActions(ModelCard card, ModelsModel model, ViewWords all) {
        this.card = card;
        this.words = all.words();
        this.figures = all.figures();
        getStyleClass().add("model-actions");
        download = button(Feather.DOWNLOAD, "action.download", () -> model.download(card));
        pause = button(Feather.PAUSE, "action.pause", () -> model.pause(card));
        resume = button(Feather.PLAY, "action.resume", () -> model.download(card));
        use = button(Feather.CHECK, "action.use", () -> model.use(card));
        repair = button(Feather.TOOL, "action.repair", () -> model.repair(card));
        cancel = button(Feather.X, "action.cancel", () -> ask(true));
        delete = button(Feather.TRASH_2, "action.delete", () -> ask(true));
        CatalogueEntry entry = card.item().get().known();
        if (entry != null && entry.purpose() == CatalogueEntry.Purpose.EVERYDAY) {
            // one of them stands out
            download.getStyleClass().add(Styles.ACCENT);
        }
        for (Button main : List.of(resume, repair)) {
            main.getStyleClass().add(Styles.ACCENT);
        }
        buttons = new FlowPane(download, pause, resume, use, repair, cancel, delete);
        buttons.getStyleClass().add("model-buttons");

        really = button(Feather.TRASH_2, "action.really", () -> answered(model));
        really.getStyleClass().add(Styles.DANGER);
        keep = button(Feather.X, "action.keep", () -> ask(false));
        keep.setCancelButton(false);
        answers = new FlowPane(really, keep);
        answers.getStyleClass().add("model-buttons");
        question.setWrapText(true);
        getChildren().addAll(buttons, question, answers);
    }

    private Button button(Ikon icon, String key, Runnable action) {
        Button button = Controls.button(icon, words.text(key), action);
        button.setAccessibleText(words.text(key).replace("_", "") + ", " + card.name());
        return button;
    }

    private void answered(ModelsModel model) {
        asking = false;
        switch (card.state().get()) {
            case CardState.Downloading _, CardState.Paused _, CardState.Failed _ ->
                    model.cancel(card);
            case CardState.Ready _, CardState.Damaged _ -> model.delete(card);
            case CardState.Absent _, CardState.Busy _ -> update();
        }
    }

    private void ask(boolean now) {
        asking = now;
        update();
        (now ? keep : firstShown()).requestFocus();
    }

    /// Whether there is anything to do.
    boolean isNeeded() {
        return asking || firstShown().isVisible();
    }

    /// Shows what fits the state.
    void update() {
        boolean focused = hasFocus();
        CardState state = card.state().get();
        if (state instanceof CardState.Absent || state instanceof CardState.Busy) {
            asking = false;
        }
        question.setText(question(state));
        showButtons(state);
        show(buttons, !asking);
        show(question, asking);
        show(answers, asking);
        if (focused && !hasFocus()) {
            (asking ? keep : firstShown()).requestFocus();
        }
    }

    private void showButtons(CardState state) {
        boolean absent = state instanceof CardState.Absent;
        boolean running = state instanceof CardState.Downloading;
        boolean halted = state instanceof CardState.Paused || state instanceof CardState.Failed;
        boolean damaged = state instanceof CardState.Damaged;
        boolean ready = state instanceof CardState.Ready;
        boolean transcribes = state instanceof CardState.Ready r && r.transcribes();
        ShelfItem.Origin origin = card.item().get().origin();
        boolean ours = origin == ShelfItem.Origin.DOWNLOADED || origin == ShelfItem.Origin.OWN;
        show(download, absent);
        show(pause, running);
        show(resume, halted);
        show(use, transcribes && !card.inUse().get());
        show(repair, damaged && origin == ShelfItem.Origin.DOWNLOADED);
        show(cancel, running || halted);
        show(delete, ours && (ready || damaged));
        if (origin == ShelfItem.Origin.OWN) {
            delete.setText(words.text("action.forget"));
            really.setText(words.text("action.forget"));
        }
    }

    private String question(CardState state) {
        ShelfItem item = card.item().get();
        return switch (state) {
            case CardState.Downloading downloading ->
                    words.format("question.cancel", figures.size(downloading.progress().done()));
            case CardState.Paused paused ->
                    words.format("question.cancel", figures.size(paused.done()));
            case CardState.Failed failed ->
                    words.format("question.cancel", figures.size(failed.done()));
            case CardState.Ready _, CardState.Damaged _ ->
                    item.origin() == ShelfItem.Origin.OWN
                            ? words.text("question.forget")
                            : words.format("question.delete", figures.size(item.bytes()));
            case CardState.Absent _, CardState.Busy _ -> "";
        };
    }

    private Button firstShown() {
        for (Button button : List.of(download, pause, resume, use, repair, cancel, delete)) {
            if (button.isVisible()) {
                return button;
            }
        }
        return delete;
    }

    private boolean hasFocus() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (owner == null || !owner.isVisible()) {
            return false;
        }
        Node node = owner;
        while (node != null && node != this) {
            node = node.getParent();
        }
        return node == this;
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
