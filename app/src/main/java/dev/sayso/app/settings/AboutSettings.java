package dev.sayso.app.settings;

import dev.sayso.app.folders.AppFolders;
import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/// Which version this is, on which system, and how it gets its hotkey and inserts text.
final class AboutSettings {

    private final Messages words;
    private final Surroundings surroundings;
    private final Background background;

    private AboutSettings(Rows rows, Surroundings surroundings, Background background) {
        this.words = rows.words();
        this.surroundings = surroundings;
        this.background = background;
    }

    static SettingsSection section(
            Rows rows, Surroundings surroundings, AppFolders folders, Background background) {
        AboutSettings about = new AboutSettings(rows, surroundings, background);
        return new SettingsSection(
                rows.words().text("about"),
                List.of(
                        rows.labelled("about.system", about.system()),
                        rows.labelled("about.diagnostics", about.diagnostics()),
                        rows.labelled("about.logs", about.logs(folders))));
    }

    private VBox system() {
        String info =
                SystemInfo.text(
                        surroundings.version(),
                        System.getProperties(),
                        System.getenv(),
                        Runtime.getRuntime());
        TextArea area = area("about.system");
        area.setText(info);
        Button copy =
                Controls.button(
                        Feather.COPY, words.text("about.copy"), () -> copied(area.getText()));
        return list(area, copy);
    }

    private VBox diagnostics() {
        TextArea area = area("about.diagnostics");
        Runnable ask =
                () ->
                        background.run(
                                surroundings::diagnostics,
                                area::setText,
                                why -> area.setText(why.toString()));
        ask.run();
        Button again = Controls.button(Feather.REFRESH_CW, words.text("about.refresh"), ask);
        Button copy =
                Controls.button(
                        Feather.COPY, words.text("about.copy"), () -> copied(area.getText()));
        FlowPane line = new FlowPane(again, copy);
        line.getStyleClass().add("setting-line");
        return list(area, line);
    }

    private VBox logs(AppFolders folders) {
        Label path = new Label(folders.logs().toString());
        path.setWrapText(true);
        Label result = new Label();
        result.getStyleClass().add("setting-wrong");
        Button open =
                Controls.button(
                        Feather.FOLDER,
                        words.text("about.openLogs"),
                        () ->
                                background.run(
                                        () -> {
                                            surroundings.open(folders.logs());
                                            return folders;
                                        },
                                        _ -> result.setText(null),
                                        _ -> result.setText(words.text("storage.cannotOpen"))));
        FlowPane line = new FlowPane(open, path, result);
        line.getStyleClass().add("setting-line");
        return list(line);
    }

    private TextArea area(String key) {
        TextArea area = new TextArea();
        area.setEditable(false);
        area.setWrapText(true);
        area.setPrefRowCount(9);
        area.setAccessibleText(words.text(key));
        TabLeaves.in(area);
        return area;
    }

    private static VBox list(Node... content) {
        VBox list = new VBox(content);
        list.getStyleClass().add("setting-list");
        return list;
    }

    private static void copied(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
