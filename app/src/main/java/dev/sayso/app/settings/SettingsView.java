package dev.sayso.app.settings;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.sayso.app.folders.AppFolders;
import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.Messages;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// All settings: a list of sections, the chosen one beside it, and a box that finds a setting by
/// its words. In a narrow window the list becomes a choice above.
public final class SettingsView extends BorderPane {

    /// Below this width, in characters, there is no room for the list.
    private static final int NARROW = 52;

    private final List<SettingsSection> sections;
    private final ListView<String> list = new ListView<>();
    private final ComboBox<String> choice = new ComboBox<>();
    private final CustomTextField search = new CustomTextField();
    private final Label nothing;
    private final ScrollPane scroll;

    /// @param words of this package
    public SettingsView(
            SettingsModel model,
            Surroundings surroundings,
            AppFolders folders,
            Background background,
            Messages words) {
        Rows rows = new Rows(model, words);
        sections =
                List.of(
                        GeneralSettings.section(rows),
                        MicrophoneSettings.section(rows, surroundings, background),
                        DictationSettings.section(rows),
                        TranscriptionSettings.section(rows, surroundings),
                        SubtitleSettings.section(rows),
                        AppearanceSettings.section(rows),
                        StorageSettings.section(rows, surroundings, folders, background),
                        AboutSettings.section(rows, surroundings, folders, background));
        nothing = rows.hint("search.nothing");
        VBox content = new VBox();
        content.getStyleClass().add("settings-content");
        content.getChildren().addAll(sections);
        content.getChildren().add(nothing);
        scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("settings-scroll");
        getStyleClass().add("settings");
        getStylesheets()
                .add(
                        Objects.requireNonNull(SettingsView.class.getResource("settings.css"))
                                .toString());
        setTop(top(words));
        setLeft(list(words));
        setCenter(scroll);
        search.textProperty().subscribe(_ -> show());
        list.getSelectionModel().selectedItemProperty().subscribe(_ -> show());
        widthProperty().subscribe(this::fit);
        search.fontProperty().subscribe(this::fit);
        list.getSelectionModel().selectFirst();
    }

    private VBox top(Messages words) {
        Label name = new Label(words.text("title"));
        name.getStyleClass().add(Styles.TITLE_2);
        search.setPromptText(words.text("search"));
        search.setAccessibleText(words.text("search"));
        search.setId("search");
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.setMaxWidth(Double.MAX_VALUE);
        choice.setAccessibleText(words.text("sections"));
        choice.getItems().setAll(titles());
        ChoiceNames.show(choice, title -> title);
        choice.valueProperty()
                .subscribe(
                        title -> {
                            if (title != null) {
                                list.getSelectionModel().select(title);
                            }
                        });
        VBox top = new VBox(name, search, choice);
        top.getStyleClass().add("settings-top");
        return top;
    }

    private ListView<String> list(Messages words) {
        list.getItems().setAll(titles());
        list.setAccessibleText(words.text("sections"));
        list.getStyleClass().addAll("settings-list", Styles.DENSE);
        list.setCellFactory(_ -> new TitleCell());
        return list;
    }

    /// Not the sections themselves: a list that is given nodes takes them for what it shows.
    private List<String> titles() {
        return sections.stream().map(SettingsSection::title).toList();
    }

    private void fit() {
        boolean narrow = getWidth() < NARROW * search.getFont().getSize();
        list.setVisible(!narrow);
        list.setManaged(!narrow);
        choice.setVisible(narrow);
        choice.setManaged(narrow);
    }

    /// The chosen section; while something is looked for, whatever has it.
    private void show() {
        String wanted = search.getText() == null ? "" : search.getText().strip();
        String chosen = list.getSelectionModel().getSelectedItem();
        boolean any = false;
        for (SettingsSection section : sections) {
            boolean found = section.filter(wanted);
            boolean shown = wanted.isEmpty() ? section.title().equals(chosen) : found;
            section.setVisible(shown);
            section.setManaged(shown);
            any |= shown;
        }
        nothing.setVisible(!any);
        nothing.setManaged(!any);
        choice.setValue(chosen);
        scroll.setVvalue(0);
    }

    /// As wide as the list: a title that is too long is cut, instead of moving the list sideways.
    private static final class TitleCell extends ListCell<String> {

        TitleCell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(String title, boolean empty) {
            super.updateItem(title, empty);
            setText(empty ? null : title);
        }
    }
}
