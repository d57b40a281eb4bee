package dev.sayso.app.editor;

import dev.sayso.app.transcript.Cue;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// A cue's text while the caret is elsewhere, with the places marked that were found.
final class CueTexts extends StackPane {

    // a flow with insets of its own would be asked for characters at the wrong places
    private final TextFlow flow = new TextFlow();

    CueTexts() {
        getStyleClass().add("cue-texts");
        flow.setMinWidth(0);
        flow.setPrefWidth(0);
        getChildren().add(flow);
    }

    void show(Cue cue, List<Find.Match> matches) {
        flow.getChildren().clear();
        int done = 0;
        for (Find.Match match : matches) {
            add(cue.text().substring(done, match.start()), "cue-text");
            add(cue.text().substring(match.start(), match.end()), "cue-match");
            done = match.end();
        }
        add(cue.text().substring(done), "cue-text");
        if (cue.text().isEmpty()) {
            add(" ", "cue-text");
        }
    }

    private void add(String text, String style) {
        if (!text.isEmpty()) {
            Text part = new Text(text);
            part.getStyleClass().add(style);
            flow.getChildren().add(part);
        }
    }

    /// The character that was clicked on.
    int characterAt(MouseEvent event) {
        Point2D point = flow.sceneToLocal(event.getSceneX(), event.getSceneY());
        return flow.getHitInfo(point).getInsertionIndex();
    }
}
