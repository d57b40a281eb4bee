package dev.sayso.app.dictation;

import atlantafx.base.theme.Styles;
import dev.sayso.app.recordings.UnfinishedRecording;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.ErrorPanel;
import dev.sayso.app.ui.Messages;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// What stands above the text: recordings that were left over, what the small model understands,
/// and what is not as it should be.
final class Notices extends VBox {

    private final DictationModel model;
    private final Messages words;
    private final VBox unfinished = new VBox();
    private final ErrorPanel trouble;

    Notices(DictationModel model, Messages words) {
        this.model = model;
        this.words = words;
        this.trouble = new ErrorPanel(Messages.of(ErrorPanel.class, words.locale()));
        getStyleClass().add("notices");
        unfinished.getStyleClass().add("notices");
        Node starter = starter();
        getChildren().addAll(trouble, unfinished, starter);
        model.starterInUse()
                .subscribe(
                        is -> {
                            starter.setVisible(is);
                            starter.setManaged(is);
                        });
        model.unfinished().subscribe(this::list);
        list();
        FailureWords failures = new FailureWords(words);
        model.progress()
                .trouble()
                .subscribe(failure -> trouble.show(failure == null ? null : failures.of(failure)));
    }

    private void list() {
        unfinished.getChildren().setAll(model.unfinished().stream().map(this::card).toList());
        boolean any = !model.unfinished().isEmpty();
        unfinished.setVisible(any);
        unfinished.setManaged(any);
    }

    private Node card(UnfinishedRecording recording) {
        String when =
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(words.locale())
                        .withZone(ZoneId.systemDefault())
                        .format(recording.started());
        Button write =
                Controls.button(
                        Feather.FILE_TEXT,
                        words.text("unfinished.write"),
                        () -> model.retry(recording));
        write.getStyleClass().add(Styles.ACCENT);
        Button discard =
                Controls.button(
                        Feather.TRASH_2,
                        words.text("unfinished.discard"),
                        () -> model.discard(recording));
        return card(
                Feather.RADIO,
                words.text("unfinished.headline"),
                words.format("unfinished.text", when, Elapsed.text(recording.length())),
                write,
                discard);
    }

    private Node starter() {
        Button full =
                Controls.button(Feather.DOWNLOAD, words.text("starter.open"), model::openModels);
        Node card =
                card(
                        Feather.INFO,
                        words.text("starter.headline"),
                        words.text("starter.text"),
                        full);
        card.setId("starter-card");
        return card;
    }

    private static Node card(Ikon icon, String headline, String text, Button... actions) {
        Label first = new Label(headline, new FontIcon(icon));
        first.getStyleClass().add(Styles.TEXT_BOLD);
        first.setWrapText(true);
        Label second = new Label(text);
        second.setWrapText(true);
        // in a low window the text below gives way, not these words
        first.setMinHeight(Region.USE_PREF_SIZE);
        second.setMinHeight(Region.USE_PREF_SIZE);
        FlowPane buttons = new FlowPane(actions);
        buttons.getStyleClass().add("notice-actions");
        VBox card = new VBox(first, second, buttons);
        card.getStyleClass().add("notice");
        return card;
    }
}
