package dev.sayso.app.settings;

import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.Controls;
import dev.sayso.app.ui.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/// Which microphone. One that is not plugged in now stays chosen, and is shown as such.
final class MicrophoneSettings {

    private final SettingsModel model;
    private final Messages words;
    private final Surroundings surroundings;
    private final Background background;
    private final ComboBox<String> box = new ComboBox<>();
    private List<Surroundings.Input> found = List.of();
    private boolean listing;

    private MicrophoneSettings(Rows rows, Surroundings surroundings, Background background) {
        this.model = rows.model();
        this.words = rows.words();
        this.surroundings = surroundings;
        this.background = background;
    }

    static SettingsSection section(Rows rows, Surroundings surroundings, Background background) {
        MicrophoneSettings settings = new MicrophoneSettings(rows, surroundings, background);
        return new SettingsSection(
                rows.words().text("microphone"),
                List.of(
                        settings.devices(rows),
                        rows.check(
                                "microphone.keepOpen",
                                current -> current.microphone().keepOpen(),
                                (current, chosen) ->
                                        current.with(current.microphone().withKeepOpen(chosen)))));
    }

    private SettingRow devices(Rows rows) {
        ChoiceNames.show(box, this::name);
        model.settings().subscribe(_ -> list());
        box.valueProperty()
                .subscribe(
                        chosen -> {
                            if (chosen != null && !listing) {
                                model.change(s -> s.with(s.microphone().withDevice(chosen)));
                            }
                        });
        // found by its own name, not by that of the line it stands in
        FlowPane line =
                new FlowPane(
                        box,
                        Controls.iconButton(
                                Feather.REFRESH_CW,
                                words.text("microphone.refresh"),
                                this::refresh));
        line.getStyleClass().add("setting-line");
        SettingRow row = rows.labelled("microphone.device", line);
        box.setAccessibleText(words.text("microphone.device"));
        refresh();
        return row;
    }

    private void refresh() {
        background.run(
                surroundings::microphones,
                inputs -> {
                    found = List.copyOf(inputs);
                    list();
                },
                why -> {
                    throw new AssertionError("a list of names", why);
                });
    }

    private void list() {
        String chosen = model.get().microphone().device();
        List<String> ids = new ArrayList<>();
        ids.add("");
        found.forEach(input -> ids.add(input.id()));
        if (!ids.contains(chosen)) {
            ids.add(chosen);
        }
        listing = true;
        box.getItems().setAll(ids);
        box.setValue(chosen);
        listing = false;
    }

    private String name(String device) {
        if (device.isEmpty()) {
            return words.text("microphone.system");
        }
        return found.stream()
                .filter(input -> input.id().equals(device))
                .map(Surroundings.Input::name)
                .findFirst()
                .orElseGet(() -> words.format("microphone.absent", device));
    }
}
