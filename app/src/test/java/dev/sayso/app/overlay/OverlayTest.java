package dev.sayso.app.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.microphone.InputLevel;
import dev.sayso.app.ui.FxTest;
import java.time.Duration;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class OverlayTest extends FxTest {

    private int cancelled;
    private final OverlayModel model =
            new OverlayModel(
                    () -> new InputLevel(0.3f, 0.1f, false, false), () -> {}, () -> cancelled++);

    @Test
    void itShowsTheEndOfTheTextAndCancels() throws Exception {
        String text = "Good morning John, I hope you are well. ".repeat(5) + "The code is seven.";
        assertThat(model.tail().get()).isEmpty();
        model.text().set(text);
        assertThat(model.tail().get())
                .startsWith("…")
                .endsWith("The code is seven.")
                .hasSizeLessThan(92);
        for (ColorScheme colours : ColorScheme.values()) {
            show(() -> new StackPane(new OverlayView(model, Locale.ENGLISH)), colours, 460, 120);
            onFx(
                    () -> {
                        model.shown().set(true);
                        model.phase().set(OverlayModel.Phase.LISTENING);
                        model.elapsed().set(Duration.ofSeconds(83));
                        return null;
                    });
            await("the level", () -> lookup(".overlay-meter").tryQuery().isPresent());
            assertThat(lookup("1:23").tryQuery()).isPresent();
            snapshot("overlay-" + colours.name().toLowerCase(Locale.ROOT));
        }
        clickOn(node -> "Cancel".equals(node.getAccessibleText()));
        assertThat(cancelled).isEqualTo(1);
    }

    @Test
    void theWindowComesAndGoesAndLeavesTheFocusWhereItIs() throws Exception {
        show(StackPane::new, ColorScheme.LIGHT, 300, 200);
        OverlayWindow window = onFx(() -> new OverlayWindow(model, Locale.ENGLISH, stage()));
        assertThat(onFx(window::isShowing)).isFalse();
        onFx(
                () -> {
                    model.shown().set(true);
                    return null;
                });
        assertThat(onFx(window::isShowing)).isTrue();
        assertThat(onFx(() -> stage().isFocused())).isTrue();
        onFx(
                () -> {
                    model.shown().set(false);
                    return null;
                });
        assertThat(onFx(window::isShowing)).isFalse();
    }
}
