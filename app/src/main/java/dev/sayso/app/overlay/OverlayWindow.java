package dev.sayso.app.overlay;

import dev.sayso.app.ui.Theme;
import java.util.Locale;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.stage.Popup;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javafx.stage.Window;

/// Shows the small window while its model wants it. At the bottom of the screen, until it is
/// dragged elsewhere.
public final class OverlayWindow {

    private static final double MARGIN = 64;
    private static final double FAR = 10_000;

    private final Popup popup = new Popup();
    private final OverlayView view;
    private final Window owner;
    private boolean moved;
    private double dragX;
    private double dragY;

    /// @param owner is showing for as long as the program runs, see [#unseenOwner]
    public OverlayWindow(OverlayModel model, Locale language, Window owner) {
        this.view = new OverlayView(model, language);
        this.owner = owner;
        popup.getContent().add(view);
        popup.setAutoFix(false);
        popup.setHideOnEscape(false);
        Theme.dress(popup.getScene());
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::grabbed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        model.shown().subscribe(this::show);
    }

    /// A stage that nobody sees and no task bar lists. Shown before the main window is, so that
    /// that one gets the focus.
    public static Stage unseenOwner() {
        Stage stage = new Stage(StageStyle.UTILITY);
        stage.setScene(new Scene(new Group(), 1, 1, Color.TRANSPARENT));
        stage.setOpacity(0);
        stage.setWidth(1);
        stage.setHeight(1);
        // without a compositor it would be seen
        stage.setX(-FAR);
        stage.setY(-FAR);
        stage.show();
        return stage;
    }

    private void show(boolean wanted) {
        if (!wanted) {
            popup.hide();
            return;
        }
        popup.show(owner);
        if (!moved) {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            popup.setX(screen.getMinX() + (screen.getWidth() - popup.getWidth()) / 2);
            popup.setY(screen.getMaxY() - popup.getHeight() - MARGIN);
        }
    }

    private void grabbed(MouseEvent event) {
        dragX = event.getScreenX() - popup.getX();
        dragY = event.getScreenY() - popup.getY();
    }

    private void dragged(MouseEvent event) {
        moved = true;
        popup.setX(event.getScreenX() - dragX);
        popup.setY(event.getScreenY() - dragY);
    }

    /// Whether it can be seen.
    public boolean isShowing() {
        return popup.isShowing();
    }
}
