package dev.sayso.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.folders.AppFolders;
import dev.sayso.app.settings.Settings.Replacement;
import dev.sayso.app.settings.Settings.ThemeChoice;
import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.FxTest;
import dev.sayso.app.ui.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.application.ColorScheme;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewTest extends FxTest {

    @TempDir Path folder;

    /// The headless screen is small, and fails where a window reaches beyond it.
    @BeforeEach
    void inTheCorner() {
        onFx(
                () -> {
                    stage().setX(0);
                    stage().setY(0);
                    return stage();
                });
    }

    @Test
    void changesHoldAtOnceAndSurviveARestart() {
        SettingsStore store = store();
        SettingsModel model = new SettingsModel(Settings.defaults(), store::save);
        show(() -> view(model, Locale.ENGLISH), ColorScheme.LIGHT, 900, 900);
        section("Appearance");
        onFx(() -> choose("appearance.theme", ThemeChoice.DARK));
        section("Subtitles");
        type("subtitles.columns", "37");
        type("subtitles.longest", "0.5");

        assertThat(model.get().appearance().theme()).isEqualTo(ThemeChoice.DARK);
        assertThat(model.get().subtitles().columns()).isEqualTo(37);
        // the shortest time is longer than that
        assertThat(model.get().subtitles().longest()).isEqualTo(Duration.ofSeconds(7));
        assertThat(lookup("Enter a number from 1.1 to 60.").tryQuery()).isPresent();

        type("subtitles.longest", "6,5");
        store.close();
        assertThat(lookup("Enter a number from 1.1 to 60.").tryQuery()).isEmpty();
        Settings kept = SettingsStore.open(folder.resolve("s.json"), Clock.systemUTC()).settings();
        assertThat(kept).isEqualTo(model.get());
        assertThat(kept.subtitles().longest()).isEqualTo(Duration.ofMillis(6500));
    }

    @Test
    void replacementsAndTheHotkeyAreTyped() {
        SettingsModel model = new SettingsModel(Settings.defaults(), _ -> {});
        show(() -> view(model, Locale.ENGLISH), ColorScheme.LIGHT, 900, 900);
        section("Transcription");
        clickOn("_Add a replacement").write("say so");
        press(KeyCode.TAB).release(KeyCode.TAB);
        write("Sayso");
        clickOn("#replacements-try").write("say so!");

        assertThat(model.get().transcription().replacements())
                .containsExactly(new Replacement("say so", "Sayso", false, true));
        assertThat(lookup("Sayso!").tryQuery()).isPresent();

        section("Dictation");
        clickOn("#hotkey-capture");
        press(KeyCode.CONTROL, KeyCode.F9).release(KeyCode.F9, KeyCode.CONTROL);
        assertThat(model.get().dictation().hotkey()).isEqualTo("Ctrl+F9");
        clickOn("#hotkey-capture");
        press(KeyCode.A).release(KeyCode.A);
        press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
        assertThat(model.get().dictation().hotkey()).isEqualTo("Ctrl+F9");
    }

    @Test
    void settingsAreFoundByTheirWords() {
        show(() -> view(model(), Locale.ENGLISH), ColorScheme.LIGHT, 900, 700);
        clickOn("#search").write("gap between");

        assertThat(shown("#subtitles-gap")).isTrue();
        assertThat(shown("#subtitles-columns")).isFalse();
        write("xyz");
        assertThat(lookup("No setting has these words.").query().isVisible()).isTrue();
    }

    @Test
    void everythingIsReachedByTheKeyboardAndHasAName() {
        show(() -> view(model(), Locale.ENGLISH), ColorScheme.LIGHT, 900, 900);
        for (String section : List.of("Dictation", "Transcription", "Storage and privacy")) {
            section(section);
            Set<Node> reached = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                press(KeyCode.TAB).release(KeyCode.TAB);
                Node owner = onFx(() -> stage().getScene().getFocusOwner());
                if (!reached.add(owner)) {
                    break;
                }
            }
            Set<Node> wanted = onFx(this::focusable);
            assertThat(reached).as(section).containsAll(wanted);
            assertThat(wanted).as(section).allMatch(SettingsViewTest::hasName);
        }
    }

    @Test
    void picturesOfAllSections() throws Exception {
        for (ColorScheme colours : ColorScheme.values()) {
            show(() -> view(model(), Locale.ENGLISH), colours, 900, 850);
            pictures("settings-" + colours.name().toLowerCase(Locale.ROOT));
        }
        // long words in a window that is half as wide, with letters twice as large
        show(
                () -> {
                    SettingsView view = view(model(), Locale.GERMAN);
                    view.setStyle("-fx-font-size: 28px");
                    return view;
                },
                ColorScheme.LIGHT,
                900,
                900);
        pictures("settings-german-200");
        show(() -> view(model(), Locale.SIMPLIFIED_CHINESE), ColorScheme.LIGHT, 500, 900);
        snapshot("settings-narrow");
    }

    private void pictures(String name) throws Exception {
        ListView<?> list = lookup(".settings-list").query();
        for (int i = 0; i < list.getItems().size(); i++) {
            int place = i;
            onFx(
                    () -> {
                        list.getSelectionModel().select(place);
                        return list;
                    });
            await("layout", () -> !stage().getScene().getRoot().isNeedsLayout());
            snapshot(name + "-" + (i + 1));
        }
    }

    private SettingsStore store() {
        return new SettingsStore(
                folder.resolve("s.json"),
                Duration.ofMillis(500),
                why -> {
                    throw new AssertionError(why);
                });
    }

    private static SettingsModel model() {
        Settings settings = Settings.defaults();
        return new SettingsModel(
                settings.with(
                        settings.transcription()
                                .withReplacements(
                                        List.of(
                                                new Replacement("say so", "Sayso", false, true),
                                                new Replacement(
                                                        "(\\d+) euros?", "$1 €", true, true)))),
                _ -> {});
    }

    private static SettingsView view(SettingsModel model, Locale locale) {
        Path home = Path.of("home", "anna", ".local", "share", "sayso");
        return new SettingsView(
                model,
                new TestSurroundings(),
                new AppFolders(home, home.resolve("cache")),
                new Background(),
                Messages.of(SettingsView.class, locale));
    }

    private void section(String title) {
        ListView<String> list = lookup(".settings-list").query();
        onFx(
                () -> {
                    list.getSelectionModel().select(title);
                    list.requestFocus();
                    return list;
                });
        await("the section", () -> true);
    }

    private <T> ComboBox<T> choose(String key, T value) {
        ComboBox<T> box = lookup("#" + key.replace('.', '-')).query();
        box.setValue(value);
        return box;
    }

    private void type(String key, String text) {
        TextInputControl input = lookup("#" + key.replace('.', '-')).query();
        onFx(
                () -> {
                    input.requestFocus();
                    input.selectAll();
                    return input;
                });
        write(text);
    }

    private boolean shown(String query) {
        Node node = lookup(query).query();
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private Set<Node> focusable() {
        Set<Node> found = new HashSet<>();
        for (SettingsSection section : lookup(".settings-section").<SettingsSection>queryAll()) {
            if (section.isVisible()) {
                collect(section, found);
            }
        }
        return found;
    }

    private static void collect(Node node, Set<Node> found) {
        if (node.isFocusTraversable() && node.isVisible() && !node.isDisabled()) {
            found.add(node);
            return;
        }
        if (node instanceof javafx.scene.Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }

    private static boolean hasName(Node node) {
        boolean spoken = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        boolean written =
                node instanceof javafx.scene.control.Labeled labeled
                        && !(node instanceof Label)
                        && labeled.getText() != null
                        && !labeled.getText().isBlank();
        return spoken || written;
    }
}
