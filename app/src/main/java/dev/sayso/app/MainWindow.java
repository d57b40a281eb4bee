package dev.sayso.app;

import atlantafx.base.theme.Styles;
import dev.sayso.app.files.FileDrops;
import dev.sayso.app.ui.Icons;
import dev.sayso.app.ui.Place;
import dev.sayso.app.ui.Theme;
import dev.sayso.app.ui.Toasts;
import java.net.URL;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;

/// The frame: a rail with the places, and the place that was chosen; over it, a page such as the
/// editor, and short messages.
final class MainWindow {

    private static final KeyCode[] DIGITS = {
        KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4, KeyCode.DIGIT5
    };

    private final Stage stage;
    private final Scene scene;
    private final StackPane content = new StackPane();
    private final Map<String, ToggleButton> buttons = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final ToggleGroup chosen = new ToggleGroup();
    private final VBox rail = new VBox();

    /// @param toasts shown over everything
    MainWindow(Stage stage, Toasts toasts) {
        this.stage = stage;
        rail.getStyleClass().add("rail");
        BorderPane frame = new BorderPane(new StackPane(content, toasts.view()));
        frame.setLeft(rail);
        scene = new Scene(frame, 1040, 720);
        Theme.dress(scene);
        chosen.selectedToggleProperty()
                .addListener(
                        (_, before, now) -> {
                            if (now == null) {
                                // a click on the chosen place leaves it chosen
                                chosen.selectToggle(before);
                            }
                        });
        stage.setTitle("Sayso");
        for (URL icon : Icons.window()) {
            stage.getIcons().add(new Image(icon.toString()));
        }
        stage.setScene(scene);
        stage.setMinWidth(640);
        stage.setMinHeight(480);
    }

    /// Adds a place to the rail, below the others.
    void add(Place place) {
        ToggleButton button = new ToggleButton(place.name(), new FontIcon(place.icon()));
        button.getStyleClass().addAll(Styles.FLAT, "rail-button");
        button.setContentDisplay(ContentDisplay.TOP);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setToggleGroup(chosen);
        button.setOnAction(_ -> go(place.id()));
        button.setId("go-" + place.id());
        rail.getChildren().add(button);
        KeyCode digit = DIGITS[places.size()];
        scene.getAccelerators()
                .put(
                        new KeyCodeCombination(digit, KeyCombination.SHORTCUT_DOWN),
                        () -> go(place.id()));
        buttons.put(place.id(), button);
        places.put(place.id(), place);
    }

    /// Shows a place, in front of any page.
    void go(String id) {
        ToggleButton button = buttons.get(id);
        Place place = places.get(id);
        if (button == null || place == null) {
            throw new IllegalArgumentException("place " + id);
        }
        button.setSelected(true);
        content.getChildren().setAll(place.view());
        place.entered().run();
    }

    /// Lays a page over the place; [#go] takes it away.
    void open(Node page) {
        content.getChildren().setAll(page);
    }

    /// Does something when a key is pressed, wherever the focus is.
    void onKey(KeyCombination keys, Runnable action) {
        scene.getAccelerators().put(keys, action);
    }

    /// Takes files that are dropped anywhere.
    void onFiles(Consumer<List<Path>> taker) {
        FileDrops.install(scene.getRoot(), taker);
    }

    /// Shows the window, or brings it to the front.
    void show() {
        stage.show();
        stage.setIconified(false);
        stage.toFront();
        stage.requestFocus();
    }

    /// Whether the user has it before them.
    boolean hasFocus() {
        return stage.isShowing() && stage.isFocused() && !stage.isIconified();
    }

    /// The window.
    Stage stage() {
        return stage;
    }
}
