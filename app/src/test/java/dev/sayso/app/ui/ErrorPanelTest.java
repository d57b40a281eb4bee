package dev.sayso.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import javafx.application.ColorScheme;
import org.junit.jupiter.api.Test;

class ErrorPanelTest extends FxTest {

    @Test
    void aProblemIsShownAndClosed() throws Exception {
        ErrorPanel panel =
                onFx(() -> new ErrorPanel(Messages.of(ErrorPanel.class, Locale.ENGLISH)));
        show(() -> panel, ColorScheme.LIGHT, 600, 300);
        assertThat(panel.isVisible()).isFalse();

        onFx(
                () -> {
                    panel.show(new Problem("The microphone is gone.", "Plug it in.", "line 1"));
                    return null;
                });
        snapshot("error-panel");
        assertThat(lookup("The microphone is gone.").tryQuery()).isPresent();

        clickOn(".button-icon");

        assertThat(panel.isVisible()).isFalse();
    }
}
