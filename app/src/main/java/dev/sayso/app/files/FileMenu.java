package dev.sayso.app.files;

import atlantafx.base.theme.Styles;
import dev.sayso.app.ui.Controls;
import dev.sayso.engine.Language;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import org.kordamp.ikonli.feather.Feather;

/// What can be done with a file: its language, its model, again, cancel, remove.
final class FileMenu {

    private final FilesModel model;
    private final FileWords words;
    private final Supplier<List<String>> models;

    FileMenu(FilesModel model, FileWords words, Supplier<List<String>> models) {
        this.model = model;
        this.words = words;
        this.models = models;
    }

    /// A button that shows the menu.
    Node button(FileRow row) {
        Button[] self = new Button[1];
        Button button =
                Controls.iconButton(
                        Feather.MORE_VERTICAL,
                        words.text("more"),
                        () -> of(row).show(self[0], Side.BOTTOM, 0, 0));
        self[0] = button;
        button.getStyleClass().add(Styles.FLAT);
        return button;
    }

    /// The menu, as it is now.
    ContextMenu of(FileRow row) {
        ContextMenu menu = new ContextMenu();
        menu.getItems().add(languages(row));
        menu.getItems().add(models(row));
        menu.getItems().add(new SeparatorMenuItem());
        FileState state = row.state().get();
        if (!state.isOver()) {
            menu.getItems().add(item("cancel", () -> model.cancel(row)));
        } else {
            menu.getItems()
                    .add(item(state == FileState.DONE ? "again" : "retry", () -> model.retry(row)));
        }
        menu.getItems().add(item("remove", () -> model.remove(row)));
        return menu;
    }

    private MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(words.text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Menu languages(FileRow row) {
        FileChoice choice = row.choice().get();
        Menu menu = new Menu(words.text("menu.language"));
        ToggleGroup group = new ToggleGroup();
        menu.getItems()
                .add(
                        radio(
                                words.text("menu.settings"),
                                group,
                                choice.language() == null,
                                () -> model.choose(row, choice.withLanguage(null))));
        List<Language> sorted = new ArrayList<>(Arrays.asList(Language.values()));
        sorted.sort(Comparator.comparing(words::language, Collator.getInstance()));
        for (Language language : sorted) {
            menu.getItems()
                    .add(
                            radio(
                                    words.language(language),
                                    group,
                                    language == choice.language(),
                                    () -> model.choose(row, choice.withLanguage(language))));
        }
        return menu;
    }

    private Menu models(FileRow row) {
        FileChoice choice = row.choice().get();
        Menu menu = new Menu(words.text("menu.model"));
        ToggleGroup group = new ToggleGroup();
        menu.getItems()
                .add(
                        radio(
                                words.text("menu.settings"),
                                group,
                                choice.model().isEmpty(),
                                () -> model.choose(row, choice.withModel(""))));
        for (String name : models.get()) {
            menu.getItems()
                    .add(
                            radio(
                                    name,
                                    group,
                                    name.equals(choice.model()),
                                    () -> model.choose(row, choice.withModel(name))));
        }
        return menu;
    }

    private static RadioMenuItem radio(
            String text, ToggleGroup group, boolean selected, Runnable action) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setMnemonicParsing(false);
        item.setToggleGroup(group);
        item.setSelected(selected);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
