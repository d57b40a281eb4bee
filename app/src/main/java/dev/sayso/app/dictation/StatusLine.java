package dev.sayso.app.dictation;

import atlantafx.base.theme.Styles;
import dev.sayso.app.dictation.ChoiceButton.Choice;
import dev.sayso.app.dictation.DictationPorts.ModelChoice;
import dev.sayso.app.microphone.InputDevice;
import dev.sayso.app.recognition.ModelState;
import dev.sayso.app.settings.Settings;
import dev.sayso.app.ui.Messages;
import dev.sayso.engine.Language;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.FlowPane;
import org.kordamp.ikonli.feather.Feather;

/// Quietly at the bottom: which microphone, which language, which model, and how fast that is.
final class StatusLine extends FlowPane {

    private final DictationModel model;
    private final Messages words;
    private final ChoiceButton<String> microphone;
    private final ChoiceButton<Optional<Language>> language;
    private final ChoiceButton<String> models;
    private final Label speed = new Label();
    private final ProgressIndicator loading = new ProgressIndicator();

    StatusLine(DictationModel model, Messages words) {
        this.model = model;
        this.words = words;
        String search = words.text("choose.search");
        microphone =
                new ChoiceButton<>(
                        Feather.MIC,
                        words.text("choose.microphone"),
                        search,
                        this::microphones,
                        model::chooseDevice);
        language =
                new ChoiceButton<>(
                        Feather.GLOBE,
                        words.text("choose.language"),
                        search,
                        this::languages,
                        wanted -> model.chooseLanguage(wanted.orElse(null)));
        models =
                new ChoiceButton<>(
                        Feather.BOX,
                        words.text("choose.model"),
                        search,
                        this::models,
                        model::chooseModel);
        microphone.setId("microphone");
        language.setId("language");
        models.setId("model");
        getStyleClass().add("status-line");
        speed.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        loading.getStyleClass().add("status-loading");
        getChildren().addAll(microphone, language, models, loading, speed);
        model.settings().subscribe(_ -> update());
        model.devices().subscribe(this::update);
        model.models().subscribe(this::update);
        model.modelState().subscribe(_ -> update());
        model.progress().speed().subscribe(_ -> update());
    }

    private void update() {
        Settings settings = model.settings().get();
        microphone.setText(microphoneName(settings.microphone().device()));
        language.setText(languageName(settings.transcription().language()));
        models.setText(modelName(settings.transcription().model()));
        boolean opening = model.modelState().get() instanceof ModelState.Loading;
        loading.setVisible(opening);
        loading.setManaged(opening);
        double times = model.progress().speed().get();
        speed.setText(
                opening
                        ? words.text("status.loading")
                        : times == 0 ? "" : words.format("status.speed", times));
    }

    private String microphoneName(String id) {
        if (id.isEmpty()) {
            return words.text("microphone.system");
        }
        return model.devices().stream()
                .filter(device -> device.id().equals(id))
                .map(this::name)
                .findFirst()
                .orElseGet(() -> words.format("microphone.missing", id));
    }

    private String name(InputDevice device) {
        return device.systemChoice() ? words.text("microphone.system") : device.name();
    }

    private String languageName(@org.jspecify.annotations.Nullable Language language) {
        if (language == null) {
            return words.text("language.auto");
        }
        Locale ours = words.locale();
        String name = Locale.forLanguageTag(language.code()).getDisplayLanguage(ours);
        return name.isEmpty()
                ? language.modelName()
                : name.substring(0, 1).toUpperCase(ours) + name.substring(1);
    }

    private String modelName(String name) {
        if (name.isEmpty()) {
            return words.text("model.best");
        }
        return model.models().stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .map(this::name)
                .orElse(name);
    }

    private String name(ModelChoice choice) {
        return choice.starter() ? words.text("model.starter") : choice.name();
    }

    private List<Choice<String>> microphones() {
        model.refreshDevices();
        List<Choice<String>> all = new ArrayList<>();
        all.add(new Choice<>("", words.text("microphone.system")));
        for (InputDevice device : model.devices()) {
            if (!device.systemChoice()) {
                all.add(new Choice<>(device.id(), device.name()));
            }
        }
        return all;
    }

    private List<Choice<Optional<Language>>> languages() {
        List<Choice<Optional<Language>>> all = new ArrayList<>();
        Arrays.stream(Language.values())
                .map(each -> new Choice<>(Optional.of(each), languageName(each)))
                .forEach(all::add);
        Collator order = Collator.getInstance(words.locale());
        all.sort((a, b) -> order.compare(a.text(), b.text()));
        all.addFirst(new Choice<>(Optional.empty(), words.text("language.auto")));
        return all;
    }

    private List<Choice<String>> models() {
        model.refreshModels();
        List<Choice<String>> all = new ArrayList<>();
        all.add(new Choice<>("", words.text("model.best")));
        for (ModelChoice choice : model.models()) {
            all.add(new Choice<>(choice.name(), name(choice)));
        }
        return all;
    }
}
