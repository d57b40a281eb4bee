package dev.sayso.app.files;

import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/// Calls somebody whenever a row comes, goes, or enters another state.
final class RowStates {

    private final ChangeListener<FileState> onState;

    RowStates(ObservableList<FileRow> rows, Runnable changed) {
        onState = (_, _, _) -> changed.run();
        rows.forEach(row -> row.state().addListener(onState));
        rows.addListener(
                (ListChangeListener<FileRow>)
                        change -> {
                            while (change.next()) {
                                change.getRemoved()
                                        .forEach(row -> row.state().removeListener(onState));
                                change.getAddedSubList()
                                        .forEach(row -> row.state().addListener(onState));
                            }
                            changed.run();
                        });
    }
}
