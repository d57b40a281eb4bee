package dev.sayso.app.history;

import dev.sayso.app.ui.Elsewhere;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The rows of the answer to the newest question, a page at a time.
///
/// One question is asked at a time. One that comes meanwhile waits; of several the newest is asked,
/// and only its answer is shown.
final class HistoryRows {

    static final int PAGE = 200;

    private record Answer(List<HistoryRow> rows, int total, boolean any) {}

    private final HistoryStore store;
    private final Elsewhere elsewhere;
    private final Consumer<? super Throwable> failed;
    private final Consumer<Boolean> loaded;
    private final ObservableList<HistoryRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper total = new ReadOnlyIntegerWrapper();
    private final ReadOnlyObjectWrapper<ListState> state =
            new ReadOnlyObjectWrapper<>(ListState.LOADING);
    private HistoryQuery query = HistoryQuery.ALL;
    private HistoryQuery answered = HistoryQuery.ALL;
    private boolean changing;
    private boolean asking;
    private boolean askAgain;
    private boolean moreWanted;

    /// @param loaded is called after the rows were brought up to date; true: for the same question
    ///     as before
    HistoryRows(
            HistoryStore store,
            Elsewhere elsewhere,
            Consumer<? super Throwable> failed,
            Consumer<Boolean> loaded) {
        this.store = store;
        this.elsewhere = elsewhere;
        this.failed = failed;
        this.loaded = loaded;
    }

    ObservableList<HistoryRow> rows() {
        return rows;
    }

    ReadOnlyIntegerProperty total() {
        return total.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<ListState> state() {
        return state.getReadOnlyProperty();
    }

    /// Whether the rows are just being brought up to date.
    boolean isChanging() {
        return changing;
    }

    HistoryQuery query() {
        return query;
    }

    void ask(HistoryQuery wanted) {
        query = wanted;
        refresh();
    }

    void refresh() {
        if (asking) {
            askAgain = true;
            return;
        }
        asking = true;
        HistoryQuery asked = query;
        // the same question again: as far as was scrolled, and what may have come since
        int size = asked.equals(answered) ? rows.size() + PAGE : PAGE;
        elsewhere.run(
                () -> {
                    int count = store.count(asked);
                    boolean any = count > 0 || store.count(HistoryQuery.ALL) > 0;
                    return new Answer(store.page(asked, null, size), count, any);
                },
                answer -> arrived(asked, answer),
                this::broken);
    }

    private void arrived(HistoryQuery asked, Answer answer) {
        asking = false;
        if (asked.equals(query)) {
            boolean same = asked.equals(answered);
            answered = asked;
            changing = true;
            RowChanges.apply(rows, same ? upToLast(answer.rows()) : answer.rows());
            changing = false;
            total.set(answer.total());
            state.set(
                    !answer.rows().isEmpty()
                            ? ListState.ROWS
                            : answer.any() ? ListState.NO_MATCH : ListState.EMPTY);
            loaded.accept(same);
        }
        next();
    }

    /// The rows up to the one that was last, so that it stays where it is.
    private List<HistoryRow> upToLast(List<HistoryRow> answer) {
        if (!rows.isEmpty()) {
            long last = rows.getLast().id();
            for (int i = 0; i < answer.size(); i++) {
                if (answer.get(i).id() == last) {
                    return answer.subList(0, Math.min(answer.size(), Math.max(PAGE, i + 1)));
                }
            }
        }
        return answer.subList(0, Math.min(answer.size(), Math.max(PAGE, rows.size())));
    }

    /// Adds the next page, if there is one.
    void more() {
        if (rows.isEmpty() || rows.size() >= total.get()) {
            return;
        }
        if (asking) {
            moreWanted = true;
            return;
        }
        asking = true;
        HistoryQuery asked = query;
        HistoryRow last = rows.getLast();
        elsewhere.run(
                () -> store.page(asked, last, PAGE),
                page -> {
                    asking = false;
                    if (asked.equals(query) && !askAgain) {
                        rows.addAll(page);
                        if (page.isEmpty()) {
                            total.set(rows.size());
                        }
                    }
                    next();
                },
                this::broken);
    }

    private void broken(Throwable thrown) {
        asking = false;
        if (state.get() == ListState.LOADING) {
            state.set(ListState.EMPTY);
        }
        failed.accept(thrown);
        next();
    }

    private void next() {
        boolean page = moreWanted;
        moreWanted = false;
        if (askAgain) {
            askAgain = false;
            refresh();
        } else if (page) {
            more();
        }
    }
}
