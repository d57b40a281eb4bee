package dev.sayso.app.ui;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// Short messages in the window's corner, the newest only, which go by themselves. None of them is
/// needed to understand what happened.
public final class Toasts {

    private static final Duration SHOWN = Duration.seconds(6);

    private final StackPane layer = new StackPane();
    private final PauseTransition end = new PauseTransition(SHOWN);

    /// Nothing is shown at first.
    public Toasts() {
        layer.setPickOnBounds(false);
        layer.setAlignment(Pos.BOTTOM_RIGHT);
        end.setOnFinished(_ -> layer.getChildren().clear());
    }

    /// What lies over the window's content.
    public Node view() {
        return layer;
    }

    /// Says something.
    public void show(String text) {
        put(new Label(text));
    }

    /// Says something that can be taken back, or followed.
    public void show(String text, String action, Runnable work) {
        Button button = new Button(action);
        button.setOnAction(
                _ -> {
                    layer.getChildren().clear();
                    work.run();
                });
        put(new Label(text), button);
    }

    private void put(Node... content) {
        HBox toast = new HBox(content);
        toast.getStyleClass().add("toast");
        toast.setAlignment(Pos.CENTER);
        toast.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        layer.getChildren().setAll(toast);
        end.playFromStart();
    }
}
