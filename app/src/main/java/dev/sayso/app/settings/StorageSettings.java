package dev.sayso.app.settings;

import dev.sayso.app.folders.AppFolders;
import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// What is kept, for how long, and where.
final class StorageSettings {

    private static final int MOST_DAYS = 3650;
    private static final double MEGABYTE = 1e6;

    private final Rows rows;
    private final Messages words;
    private final Surroundings surroundings;
    private final Background background;

    private StorageSettings(Rows rows, Surroundings surroundings, Background background) {
        this.rows = rows;
        this.words = rows.words();
        this.surroundings = surroundings;
        this.background = background;
    }

    static SettingsSection section(
            Rows rows, Surroundings surroundings, AppFolders folders, Background background) {
        StorageSettings settings = new StorageSettings(rows, surroundings, background);
        return new SettingsSection(
                rows.words().text("storage"),
                List.of(
                        rows.number(
                                "storage.keepDays",
                                NumberRange.whole(0, MOST_DAYS),
                                current -> current.storage().keepDays(),
                                (current, days) ->
                                        current.with(
                                                current.storage().withKeepDays(days.intValue()))),
                        rows.check(
                                "storage.keepAudio",
                                current -> current.storage().keepAudio(),
                                (current, kept) ->
                                        current.with(current.storage().withKeepAudio(kept))),
                        rows.check(
                                "storage.privateMode",
                                current -> current.storage().privateMode(),
                                (current, on) ->
                                        current.with(current.storage().withPrivateMode(on))),
                        settings.places(folders),
                        settings.cache(),
                        rows.line(
                                "storage.mirror",
                                typed -> settings.wrongAddress(typed),
                                current -> current.storage().mirror(),
                                (current, typed) ->
                                        current.with(current.storage().withMirror(typed)))));
    }

    private SettingRow places(AppFolders folders) {
        VBox places =
                new VBox(
                        place("storage.data", folders.data()),
                        place("storage.models", folders.models()),
                        place("storage.recordings", folders.recordings()));
        places.getStyleClass().add("setting-list");
        return rows.labelled("storage.folders", places);
    }

    private FlowPane place(String key, Path folder) {
        Label path = new Label(folder.toString());
        path.setWrapText(true);
        Label result = new Label();
        result.getStyleClass().add("setting-wrong");
        Button open =
                Controls.button(
                        Feather.FOLDER,
                        words.text(key),
                        () ->
                                background.run(
                                        () -> {
                                            surroundings.open(folder);
                                            return folder;
                                        },
                                        _ -> result.setText(null),
                                        _ -> result.setText(words.text("storage.cannotOpen"))));
        FlowPane line = new FlowPane(open, path, result);
        line.getStyleClass().add("setting-line");
        return line;
    }

    private SettingRow cache() {
        Label size = new Label(words.text("storage.cache.counting"));
        Button clear =
                Controls.button(Feather.TRASH_2, words.text("storage.cache.clear"), () -> {});
        clear.setOnAction(
                _ -> {
                    clear.setDisable(true);
                    background.run(
                            () -> {
                                surroundings.clearWeightCache();
                                return surroundings.weightCacheSize();
                            },
                            left -> {
                                clear.setDisable(false);
                                size.setText(sizeText(left));
                            },
                            why -> {
                                clear.setDisable(false);
                                size.setText(words.format("storage.cache.failed", reason(why)));
                            });
                });
        background.run(
                surroundings::weightCacheSize,
                found -> size.setText(sizeText(found)),
                why -> size.setText(words.format("storage.cache.failed", reason(why))));
        FlowPane line = new FlowPane(size, clear);
        line.getStyleClass().add("setting-line");
        return rows.labelled("storage.cache", line);
    }

    private String sizeText(long bytes) {
        return words.format("storage.cache.size", Math.round(bytes / MEGABYTE));
    }

    private static String reason(Throwable why) {
        return why.getMessage() == null ? why.toString() : why.getMessage();
    }

    private @Nullable String wrongAddress(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        try {
            URI address = new URI(typed);
            boolean good =
                    ("https".equals(address.getScheme()) || "http".equals(address.getScheme()))
                            && address.getHost() != null;
            return good ? null : words.text("storage.mirror.wrong");
        } catch (URISyntaxException e) {
            return words.text("storage.mirror.wrong");
        }
    }
}
