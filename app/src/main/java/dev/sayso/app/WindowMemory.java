package dev.sayso.app;

import dev.sayso.app.settings.Settings.WindowPlace;
import dev.sayso.app.settings.SettingsModel;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Puts the window where it was, and remembers where it is.
final class WindowMemory {

    /// As much of the title bar must be on a screen, for the window to be moved by it.
    private static final double REACHABLE = 80;

    private final Stage stage;
    private final SettingsModel settings;

    private WindowMemory(Stage stage, SettingsModel settings) {
        this.stage = stage;
        this.settings = settings;
    }

    /// From now on; the window is not yet shown.
    static void of(Stage stage, SettingsModel settings) {
        WindowMemory memory = new WindowMemory(stage, settings);
        memory.restore(settings.get().place());
        stage.setOnHiding(_ -> memory.remember());
    }

    private void restore(WindowPlace place) {
        if (place.width() <= 0 || place.height() <= 0) {
            return;
        }
        stage.setWidth(place.width());
        stage.setHeight(place.height());
        if (isReachable(place)) {
            stage.setX(place.x());
            stage.setY(place.y());
        }
        stage.setMaximized(place.maximised());
    }

    /// A screen that was there may be gone.
    private static boolean isReachable(WindowPlace place) {
        Rectangle2D top = new Rectangle2D(place.x(), place.y(), place.width(), REACHABLE);
        for (Screen screen : Screen.getScreens()) {
            Rectangle2D seen = screen.getVisualBounds();
            double wide =
                    Math.min(top.getMaxX(), seen.getMaxX())
                            - Math.max(top.getMinX(), seen.getMinX());
            if (wide >= REACHABLE && seen.getMinY() <= place.y() && place.y() < seen.getMaxY()) {
                return true;
            }
        }
        return false;
    }

    private void remember() {
        WindowPlace before = settings.get().place();
        boolean large = stage.isMaximized() || stage.isIconified();
        WindowPlace now =
                large && before.width() > 0
                        ? new WindowPlace(
                                before.x(),
                                before.y(),
                                before.width(),
                                before.height(),
                                stage.isMaximized())
                        : new WindowPlace(
                                stage.getX(),
                                stage.getY(),
                                stage.getWidth(),
                                stage.getHeight(),
                                stage.isMaximized());
        settings.change(all -> all.with(now));
    }
}
