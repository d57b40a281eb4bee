package dev.sayso.app.models.view;

import atlantafx.base.theme.Styles;
import dev.sayso.app.models.CatalogueEntry;
import dev.sayso.app.models.ShelfItem;
import dev.sayso.app.ui.ErrorPanel;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Problem;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// One model's card.
final class CardView extends VBox {

    private static final long SEEN = 1000;

    private final ModelCard card;
    private final Messages words;
    private final Figures figures;
    private final long memory;

    private final Label badge = new Label();
    private final Label facts = new Label();
    private final Label note = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Label progress = new Label();
    private final ErrorPanel error;
    private final CardActions actions;

    /// @param memory of this machine
    CardView(ModelCard card, ModelsModel model, ViewWords all, long memory) {
        this.card = card;
        this.words = all.words();
        this.figures = all.figures();
        this.memory = memory;
        this.error = new ErrorPanel(all.shared());
        this.actions = new CardActions(card, model, all);
        getStyleClass().add("model-card");
        bar.setMaxWidth(Double.MAX_VALUE);
        progress.setWrapText(true);
        progress.getStyleClass().add(Styles.TEXT_MUTED);
        facts.setWrapText(true);
        note.setWrapText(true);
        note.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
        note.getStyleClass().add("model-note");
        getChildren().addAll(top(), purpose(), facts, note, bar, progress, error, actions);
        card.state().addListener((_, _, _) -> update());
        card.item().addListener((_, _, _) -> update());
        card.inUse().addListener((_, _, _) -> update());
        update();
    }

    private Node top() {
        Label name = new Label(title());
        name.getStyleClass().add(Styles.TITLE_4);
        name.setWrapText(true);
        badge.getStyleClass().add("model-badge");
        badge.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox top = new HBox(name, badge);
        top.setAlignment(Pos.TOP_LEFT);
        top.getStyleClass().add("model-top");
        return top;
    }

    private String title() {
        CatalogueEntry entry = card.item().get().known();
        return entry != null && entry.bundled() ? words.text("starter.name") : card.name();
    }

    private Node purpose() {
        ShelfItem item = card.item().get();
        CatalogueEntry entry = item.known();
        String text =
                entry != null
                        ? words.text("purpose." + entry.purpose().name())
                        : item.origin() == ShelfItem.Origin.OWN
                                ? words.format("own.where", item.folder())
                                : words.format("placed.where", item.folder());
        Label purpose = new Label(text);
        purpose.setWrapText(true);
        return purpose;
    }

    private void update() {
        CardState state = card.state().get();
        badge.setText(badge(state));
        badge.getStyleClass().removeAll("model-good", "model-bad", "model-used");
        badge.getStyleClass().add(colour(state));
        badge.setVisible(!badge.getText().isEmpty());
        showFacts();
        showNote();
        showProgress(state);
        error.show(problem(state));
        actions.update();
        show(actions, actions.isNeeded());
        setAccessibleText(title() + ", " + badge.getText());
    }

    private String badge(CardState state) {
        return switch (state) {
            case CardState.Absent _ -> "";
            case CardState.Downloading _ -> words.text("state.downloading");
            case CardState.Paused _ -> words.text("state.paused");
            case CardState.Failed _ -> words.text("state.failed");
            case CardState.Ready _ when card.inUse().get() -> words.text("state.used");
            case CardState.Ready _ ->
                    switch (card.item().get().origin()) {
                        case DOWNLOADED -> words.text("state.verified");
                        case BUNDLED, PLACED, OWN, NOWHERE -> words.text("state.ready");
                    };
            case CardState.Damaged _ -> words.text("state.damaged");
            case CardState.Busy _ -> words.text("state.busy");
        };
    }

    private String colour(CardState state) {
        return switch (state) {
            case CardState.Failed _, CardState.Damaged _ -> "model-bad";
            case CardState.Ready _ -> card.inUse().get() ? "model-used" : "model-good";
            case CardState.Absent _,
                    CardState.Downloading _,
                    CardState.Paused _,
                    CardState.Busy _ ->
                    "model-plain";
        };
    }

    private void showFacts() {
        ShelfItem item = card.item().get();
        CatalogueEntry entry = item.known();
        List<String> parts = new ArrayList<>();
        parts.add(
                item.state() == ShelfItem.State.ABSENT
                        ? words.format("facts.download", figures.size(item.total()))
                        : figures.size(Math.max(item.total(), item.bytes())));
        if (entry != null) {
            if (entry.memory() > 0) {
                parts.add(
                        words.format(
                                "facts.memory",
                                figures.size(entry.memory()),
                                figures.size(memory)));
            }
            parts.add(figures.languages(entry.languages()));
            if (!entry.licence().isEmpty()) {
                parts.add(entry.licence());
            }
            String names = figures.names(entry.languages());
            facts.setTooltip(new Tooltip(names));
            facts.getTooltip().setWrapText(true);
            facts.getTooltip().setMaxWidth(400);
            facts.setAccessibleHelp(names);
        }
        facts.setText(String.join("  ·  ", parts));
        facts.getStyleClass().remove(Styles.TEXT_MUTED);
        facts.getStyleClass().add(Styles.TEXT_MUTED);
    }

    private void showNote() {
        CatalogueEntry entry = card.item().get().known();
        String text = "";
        if (entry != null && !entry.fits(memory)) {
            text = words.format("note.memory", figures.size(entry.memory()), figures.size(memory));
        }
        note.setText(text);
        show(note, !text.isEmpty());
    }

    private void showProgress(CardState state) {
        switch (state) {
            case CardState.Downloading downloading -> {
                bar.setProgress(downloading.progress().part());
                progress.setText(figures.progress(downloading.progress()));
            }
            case CardState.Paused paused -> halted(paused.done(), paused.total());
            case CardState.Failed failed -> halted(failed.done(), failed.total());
            case CardState.Absent _, CardState.Ready _, CardState.Damaged _, CardState.Busy _ ->
                    progress.setText("");
        }
        boolean shown = !progress.getText().isEmpty();
        bar.setAccessibleText(title() + ", " + progress.getText());
        show(bar, shown);
        show(progress, shown);
    }

    private void halted(long done, long total) {
        bar.setProgress(total <= 0 ? 0 : Math.clamp((double) done / total, 0, 1));
        // of nothing but a few small files one would see no bar
        progress.setText(done < SEEN ? "" : figures.of(done, total));
    }

    private @Nullable Problem problem(CardState state) {
        return switch (state) {
            case CardState.Failed failed -> ViewWords.problem(words, failed.trouble());
            case CardState.Damaged damaged -> {
                ShelfItem.Origin origin = card.item().get().origin();
                yield new Problem(
                        words.text("damaged.headline"),
                        words.text(
                                origin == ShelfItem.Origin.DOWNLOADED
                                        ? "damaged.repair"
                                        : "damaged.yours"),
                        damaged.details());
            }
            case CardState.Absent _,
                    CardState.Downloading _,
                    CardState.Paused _,
                    CardState.Ready _,
                    CardState.Busy _ ->
                    null;
        };
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
