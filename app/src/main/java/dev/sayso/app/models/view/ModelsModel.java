package dev.sayso.app.models.view;

import dev.sayso.app.models.CatalogueEntry;
import dev.sayso.app.models.InstalledModels;
import dev.sayso.app.models.ModelShelf;
import dev.sayso.app.models.ShelfItem;
import dev.sayso.app.models.download.DownloadException;
import dev.sayso.app.models.download.Mirror;
import dev.sayso.app.models.view.ModelTrouble.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The models, and what can be done with them. All methods are called on the FX thread; the work is
/// done on others.
public final class ModelsModel implements AutoCloseable {

    private final ModelShelf shelf;
    private final InstalledModels installed;
    private final Downloads downloads;
    private final ModelSettings settings;
    private final Predicate<String> release;
    private final Executor fx;

    private final ObservableList<ModelCard> cards = FXCollections.observableArrayList();
    private final ObservableList<ModelCard> shown = FXCollections.unmodifiableObservableList(cards);
    private final ReadOnlyLongWrapper free = new ReadOnlyLongWrapper(-1);
    private final ReadOnlyObjectWrapper<@Nullable ModelTrouble> trouble =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> arrived = new ReadOnlyObjectWrapper<>();
    private final Map<String, Boolean> busy = new HashMap<>();
    private String best = "";
    private boolean again;
    private boolean looking;

    /// @param release asked, off the FX thread, before files of the model with this name are moved:
    ///     frees it if it is in memory; false when it is at work and must stay
    /// @param fx runs things on the FX thread, in order
    public ModelsModel(
            ModelShelf shelf,
            InstalledModels installed,
            Downloads downloads,
            ModelSettings settings,
            Predicate<String> release,
            Executor fx) {
        this.shelf = shelf;
        this.installed = installed;
        this.downloads = downloads;
        this.settings = settings;
        this.release = release;
        this.fx = fx;
        settings.model().addListener((_, _, _) -> markUsed());
    }

    /// All models: the catalogue in its order, what lies beside it, the user's own folders.
    public ObservableList<ModelCard> cards() {
        return shown;
    }

    /// The bytes that still fit where models are kept; -1 while that is not known.
    public ReadOnlyLongProperty free() {
        return free.getReadOnlyProperty();
    }

    /// What went wrong, but for downloads, whose cards say so.
    public ReadOnlyObjectProperty<@Nullable ModelTrouble> trouble() {
        return trouble.getReadOnlyProperty();
    }

    /// The name of the model that was downloaded last, once it is ready.
    public ReadOnlyObjectProperty<@Nullable String> arrived() {
        return arrived.getReadOnlyProperty();
    }

    /// Where models are kept.
    public Path folder() {
        return shelf.folder();
    }

    /// Where they are downloaded from; empty: the usual place.
    public String mirror() {
        return settings.mirror().getValue();
    }

    /// Changes where they are downloaded from.
    ///
    /// @return false when that is no address, and nothing was changed
    public boolean downloadFrom(String typed) {
        try {
            // that it can be read is all that is asked
            var _ = Mirror.of(typed);
            settings.downloadFrom(typed.strip());
            return true;
        } catch (DownloadException e) {
            return false;
        }
    }

    private record Found(List<ShelfItem> items, String best, long free) {}

    /// Looks at the disk again.
    public void refresh() {
        if (looking) {
            again = true;
            return;
        }
        looking = true;
        inBackground(
                () -> {
                    Found found = new Found(shelf.items(), installed.bestName(), shelf.free());
                    fx.execute(() -> show(found));
                },
                failure -> {
                    looking = false;
                    say(new ModelTrouble(Kind.READ, shelf.folder().toString(), failure.toString()));
                });
    }

    private void show(Found found) {
        looking = false;
        if (again) {
            // something has changed while we looked
            again = false;
            refresh();
            return;
        }
        best = found.best();
        free.set(found.free());
        List<ModelCard> now = found.items().stream().map(this::card).toList();
        if (!now.equals(cards)) {
            cards.setAll(now);
        }
        markUsed();
    }

    /// The card that is there already, so that the view need not build it anew.
    private ModelCard card(ShelfItem item) {
        for (ModelCard card : cards) {
            if (card.name().equals(item.name())) {
                if (!downloads.isRunning(item.name()) && !busy.containsKey(item.name())) {
                    card.found(item);
                }
                return card;
            }
        }
        return new ModelCard(item);
    }

    private void markUsed() {
        String chosen = settings.model().getValue();
        String used = chosen.isEmpty() ? best : chosen;
        cards.forEach(card -> card.inUse(card.name().equals(used)));
    }

    /// Uses a model for all that is transcribed from now on.
    public void use(ModelCard card) {
        settings.use(card.name());
    }

    /// Begins a download, or goes on with one.
    public void download(ModelCard card) {
        CatalogueEntry entry = card.item().get().known();
        if (entry == null || downloads.isRunning(card.name())) {
            return;
        }
        downloads.begin(
                entry,
                progress -> card.state(new CardState.Downloading(progress)),
                end -> ended(card, end));
    }

    private void ended(ModelCard card, Downloads.End end) {
        ShelfItem item = card.item().get();
        switch (end) {
            case Downloads.End.Complete _ -> {
                // the same one may arrive twice
                arrived.set(null);
                arrived.set(card.name());
            }
            case Downloads.End.Stopped _ ->
                    card.state(new CardState.Paused(item.bytes(), item.total()));
            case Downloads.End.Cancelled _ -> card.state(new CardState.Absent());
            case Downloads.End.Failed failed ->
                    card.state(
                            new CardState.Failed(
                                    ModelTrouble.of(card.name(), failed.reason()),
                                    item.bytes(),
                                    item.total()));
        }
        refresh();
    }

    /// Stops a download; what has arrived is kept.
    public void pause(ModelCard card) {
        downloads.stop(card.name());
    }

    /// Stops a download, if it runs, and deletes what has arrived.
    public void cancel(ModelCard card) {
        if (!downloads.cancel(card.name())) {
            onDisk(card, () -> shelf.deletePartial(card.name()));
        }
    }

    /// Deletes a model that was downloaded; takes a folder of the user's own off the list.
    public void delete(ModelCard card) {
        boolean own = card.item().get().origin() == ShelfItem.Origin.OWN;
        onDisk(
                card,
                () -> {
                    if (own) {
                        shelf.forget(card.name());
                    } else if (released(card)) {
                        shelf.delete(card.name());
                    } else {
                        return;
                    }
                    fx.execute(() -> deleted(card.name()));
                });
    }

    private void deleted(String name) {
        if (settings.model().getValue().equals(name)) {
            settings.use("");
        }
    }

    /// Fetches again what is not right of a model that was downloaded.
    public void repair(ModelCard card) {
        onDisk(
                card,
                () -> {
                    if (released(card)) {
                        shelf.beginRepair(card.name());
                        fx.execute(() -> download(card));
                    }
                });
    }

    private boolean released(ModelCard card) {
        boolean released = release.test(card.name());
        if (!released) {
            ModelTrouble inUse = new ModelTrouble(Kind.IN_USE, card.name(), "");
            fx.execute(() -> say(inUse));
        }
        return released;
    }

    /// Adds a folder of the user's own.
    public void add(Path folder) {
        inBackground(
                () -> {
                    shelf.register(folder);
                    fx.execute(this::refresh);
                },
                failure ->
                        say(
                                new ModelTrouble(
                                        Kind.NO_MODEL,
                                        folder.toString(),
                                        String.valueOf(failure.getMessage()))));
    }

    /// The same trouble twice is said twice.
    private void say(ModelTrouble now) {
        trouble.set(null);
        trouble.set(now);
    }

    /// Has read what went wrong.
    public void dismiss() {
        trouble.set(null);
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    @FunctionalInterface
    private interface Failure {
        void accept(Exception reason);
    }

    private void onDisk(ModelCard card, Work work) {
        String name = card.name();
        if (busy.putIfAbsent(name, true) != null) {
            return;
        }
        card.state(new CardState.Busy());
        inBackground(
                () -> {
                    try {
                        work.run();
                    } finally {
                        fx.execute(
                                () -> {
                                    busy.remove(name);
                                    refresh();
                                });
                    }
                },
                failure -> say(new ModelTrouble(Kind.DELETE, name, failure.toString())));
    }

    private void inBackground(Work work, Failure failed) {
        Thread.ofVirtual()
                .name("models")
                .start(
                        () -> {
                            try {
                                work.run();
                            } catch (IOException
                                    | UncheckedIOException
                                    | DirectoryIteratorException e) {
                                fx.execute(() -> failed.accept(e));
                            }
                        });
    }

    /// Stops all downloads, which can go on after the next start.
    @Override
    public void close() {
        downloads.close();
    }
}
