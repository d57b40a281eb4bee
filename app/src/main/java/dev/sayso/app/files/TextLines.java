package dev.sayso.app.files;

import atlantafx.base.theme.Styles;
import dev.sayso.engine.Transcript.Segment;
import javafx.beans.InvalidationListener;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A file's segments as lines of a list, which draws only what is seen: three hours are no more
/// work than three minutes. The last line is the text that may still change.
final class TextLines {

    /// @param time when it is heard; empty for what may still change
    record Line(String time, String text) {}

    private static final PseudoClass TENTATIVE = PseudoClass.getPseudoClass("tentative");

    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ListChangeListener<Segment> onSegments = _ -> segments();
    private final InvalidationListener onTentative = _ -> tentative();
    private @Nullable FileRow row;
    private int committed;
    private @Nullable ListView<Line> list;

    ListView<Line> view(String name) {
        ListView<Line> view = new ListView<>(lines);
        view.setAccessibleText(name);
        view.getStyleClass().add("files-lines");
        view.setCellFactory(_ -> new LineCell(view));
        list = view;
        return view;
    }

    /// Shows another file's text, or nothing.
    void show(@Nullable FileRow wanted) {
        if (row != null) {
            row.segments().removeListener(onSegments);
            row.tentative().removeListener(onTentative);
        }
        row = wanted;
        lines.clear();
        committed = 0;
        if (wanted != null) {
            wanted.segments().addListener(onSegments);
            wanted.tentative().addListener(onTentative);
            segments();
            tentative();
        }
    }

    private void segments() {
        FileRow shown = row;
        if (shown == null) {
            return;
        }
        if (shown.segments().size() < committed) {
            lines.clear();
            committed = 0;
        }
        dropTentative();
        for (Segment segment :
                shown.segments()
                        .subList(committed, shown.segments().size())
                        .toArray(Segment[]::new)) {
            lines.add(new Line(FileWords.clock(segment.start()), segment.text()));
            committed++;
        }
        follow();
    }

    private void tentative() {
        FileRow shown = row;
        if (shown == null) {
            return;
        }
        String text = shown.tentative().get();
        if (text.isEmpty()) {
            dropTentative();
        } else if (lines.size() > committed) {
            lines.set(committed, new Line("", text));
        } else {
            lines.add(new Line("", text));
            follow();
        }
    }

    private void dropTentative() {
        if (lines.size() > committed) {
            lines.remove(committed);
        }
    }

    /// The newest line stays in view while text comes, unless the user reads elsewhere in the list.
    private void follow() {
        ListView<Line> view = list;
        if (view != null
                && row != null
                && row.state().get().isWorking()
                && !view.isFocused()
                && !lines.isEmpty()) {
            view.scrollTo(lines.size() - 1);
        }
    }

    private static final class LineCell extends ListCell<Line> {

        private final Label time = new Label();
        private final Label text = new Label();
        private final HBox box = new HBox(time, text);

        LineCell(ListView<Line> list) {
            time.getStyleClass().addAll(Styles.TEXT_MUTED, "files-time");
            text.setWrapText(true);
            text.getStyleClass().add("files-line");
            HBox.setHgrow(text, Priority.ALWAYS);
            box.getStyleClass().add("files-line-box");
            // without it a line would be as wide as its text, and the list would scroll sideways
            prefWidthProperty().bind(list.widthProperty().subtract(24));
            setMaxWidth(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setGraphic(null);
                return;
            }
            time.setText(line.time());
            text.setText(line.text());
            text.pseudoClassStateChanged(TENTATIVE, line.time().isEmpty());
            setGraphic(box);
        }
    }
}
