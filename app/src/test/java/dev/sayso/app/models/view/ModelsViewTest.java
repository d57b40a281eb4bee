package dev.sayso.app.models.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.models.CatalogueEntry;
import dev.sayso.app.models.ModelCatalogue;
import dev.sayso.app.models.download.FakeHost;
import dev.sayso.app.models.download.Tricks;
import dev.sayso.app.ui.FileDialogs;
import dev.sayso.app.ui.FxTest;
import dev.sayso.app.ui.FxThread;
import dev.sayso.app.ui.Toasts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The place "Models", with a mouse and a keyboard.
class ModelsViewTest extends FxTest {

    private static final long MEMORY = 24_000_000_000L;

    @TempDir Path home;
    private FakeHost host;
    private @Nullable Bench bench;

    @BeforeEach
    void startHost() throws IOException {
        host = FakeHost.withModel(300_000);
    }

    @AfterEach
    void closeHost() throws IOException {
        if (bench != null) {
            onFx(
                    () -> {
                        bench().model.close();
                        return null;
                    });
        }
        host.close();
    }

    private Bench bench() {
        return Objects.requireNonNull(bench);
    }

    private void open(ModelCatalogue catalogue, Locale locale, ColorScheme colours, long memory) {
        onFx(
                () -> {
                    // the headless screen ends at 1000 by 1000, and does not like windows beyond
                    stage().setX(0);
                    stage().setY(0);
                    return null;
                });
        show(
                () -> {
                    bench =
                            new Bench(
                                    home, catalogue, host.address(), _ -> true, FxThread::inOrder);
                    Toasts toasts = new Toasts();
                    return new StackPane(
                            new ModelsView(bench.model, locale, new NoDialogs(), toasts, memory),
                            toasts.view());
                },
                colours,
                900,
                900);
        await("cards", () -> !bench().model.cards().isEmpty());
    }

    private record NoDialogs() implements FileDialogs {
        @Override
        public List<Path> open(String title) {
            return List.of();
        }

        @Override
        public @Nullable Path folder(String title) {
            return null;
        }

        @Override
        public @Nullable Path save(String title, String name) {
            return null;
        }
    }

    private void awaitState(Class<? extends CardState> state) {
        await(state.getSimpleName(), () -> state.isInstance(bench().card("Model").state().get()));
    }

    private void press(String text) {
        Button button = lookup(node -> isShown(node, text)).query();
        onFx(
                () -> {
                    button.requestFocus();
                    return null;
                });
        type(KeyCode.SPACE);
    }

    private static boolean isShown(Node node, String text) {
        return node instanceof Button button
                && text.equals(button.getText())
                && button.localToScene(button.getBoundsInLocal()).getHeight() > 0
                && isVisible(button);
    }

    private static boolean isVisible(@Nullable Node node) {
        return node == null || (node.isVisible() && isVisible(node.getParent()));
    }

    private boolean says(String text) {
        return lookup(
                        node ->
                                node instanceof Labeled label
                                        && label.getText() != null
                                        && label.getText().contains(text)
                                        && isVisible(node))
                .tryQuery()
                .isPresent();
    }

    @Test
    void aDownloadIsPausedGoesOnAfterARestartAndIsUsed() throws Exception {
        host.next("model.safetensors", Tricks.stallAfter(100_000));
        open(Bench.SMALL, Locale.ENGLISH, ColorScheme.LIGHT, MEMORY);
        assertThat(says("The starter model knows")).isTrue();

        press("_Download");
        await("bytes", () -> says("100 kB of 300 kB"));
        snapshot("models-downloading-light");
        press("_Pause");
        awaitState(CardState.Paused.class);
        assertThat(onFx(() -> stage().getScene().getFocusOwner()))
                .as("the focus goes on to what is there")
                .isInstanceOfSatisfying(
                        Button.class, button -> assertThat(button.getText()).isEqualTo("_Resume"));

        open(Bench.SMALL, Locale.ENGLISH, ColorScheme.DARK, MEMORY);
        awaitState(CardState.Paused.class);
        snapshot("models-paused-dark");
        press("_Resume");
        awaitState(CardState.Ready.class);
        await("said", () -> says("has arrived and is verified"));
        assertThat(says("In use")).isTrue();
    }

    @Test
    void wrongBytesAreSaidAndRepairedAndDeletingAsksFirst() throws Exception {
        host.next("model.safetensors", Tricks.wrongBytes(), Tricks.wrongBytes());
        open(Bench.SMALL, Locale.ENGLISH, ColorScheme.LIGHT, MEMORY);
        press("_Download");
        awaitState(CardState.Failed.class);
        assertThat(says("arrived with wrong bytes")).isTrue();
        snapshot("models-failed-light");
        press("_Resume");
        awaitState(CardState.Ready.class);

        Files.write(home.resolve("models/Model/model.safetensors"), new byte[5]);
        bench().model.refresh();
        awaitState(CardState.Damaged.class);
        snapshot("models-damaged-light");
        press("_Repair");
        awaitState(CardState.Ready.class);

        press("De_lete…");
        assertThat(says("Delete this model and free")).isTrue();
        snapshot("models-delete-light");
        press("_Keep");
        assertThat(says("Delete this model and free")).isFalse();
        press("De_lete…");
        press("_Delete");
        awaitState(CardState.Absent.class);
    }

    @Test
    void theCatalogueOnASmallMachineInGermanAndChinese() throws Exception {
        open(ModelCatalogue.bundled(), Locale.ENGLISH, ColorScheme.LIGHT, MEMORY);
        assertThat(says("needs 1.4 GB of memory, 24.0 GB here")).isTrue();
        assertThat(says("does not use it yet")).isTrue();
        snapshot("models-first-light");
        for (CatalogueEntry entry : ModelCatalogue.bundled().entries()) {
            assertThat(bench().card(entry.name())).isNotNull();
        }

        open(ModelCatalogue.bundled(), Locale.GERMAN, ColorScheme.DARK, 4_000_000_000L);
        assertThat(says("Dieser Computer hat 4,0 GB")).isTrue();
        snapshot("models-first-dark-de");
        open(
                ModelCatalogue.bundled(),
                Locale.SIMPLIFIED_CHINESE,
                ColorScheme.LIGHT,
                4_000_000_000L);
        snapshot("models-first-light-zh");
        assertThat(host.requests).isEmpty();
    }
}
