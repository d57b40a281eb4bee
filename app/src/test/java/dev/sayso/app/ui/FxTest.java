package dev.sayso.app.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/// A test with a window, on JavaFX's headless platform: no display is needed.
public abstract class FxTest extends ApplicationTest {

    private @Nullable Stage stage;

    @Override
    public void start(Stage given) {
        stage = given;
    }

    /// Shows a view in a dressed window of this size, and waits until it stands.
    protected final void show(
            Supplier<? extends Parent> view, ColorScheme colours, double width, double height) {
        onFx(
                () -> {
                    Theme.use(colours);
                    Stage window = stage();
                    Scene scene = new Scene(view.get(), width, height);
                    Theme.dress(scene);
                    // a large window must not pass the headless screen's edge
                    window.setX(0);
                    window.setY(0);
                    window.setScene(scene);
                    window.show();
                    window.setWidth(width);
                    window.setHeight(height);
                    return window;
                });
        WaitForAsyncUtils.waitForFxEvents();
    }

    /// The window.
    protected final Stage stage() {
        return Objects.requireNonNull(stage);
    }

    /// Does something on the FX thread and waits for it.
    protected static <T> T onFx(Callable<T> work) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    }

    /// Waits until something holds on the FX thread; fails after 20 s.
    protected static void await(String what, Callable<Boolean> condition) {
        try {
            WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> onFx(condition));
        } catch (TimeoutException e) {
            throw new AssertionError("waited 20 s for: " + what, e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    // Where a node stands is computed when it is asked for, and text breaks that two threads lay
    // out at once: only the FX thread asks. What has changed just before moves nodes at the next
    // pulse only, so that a click would miss: it is laid out first.

    private static Point2D place(Supplier<PointQuery> where) {
        return onFx(
                () -> {
                    for (Window window : Window.getWindows()) {
                        Parent root = window.getScene().getRoot();
                        root.applyCss();
                        root.layout();
                    }
                    return where.get().query();
                });
    }

    @Override
    public final FxRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        return clickOn(place(() -> point(query)), motion, buttons);
    }

    @Override
    public final FxRobot clickOn(Node node, Motion motion, MouseButton... buttons) {
        return clickOn(place(() -> point(node)), motion, buttons);
    }

    @Override
    public final <T extends Node> FxRobot clickOn(
            Predicate<T> wanted, Motion motion, MouseButton... buttons) {
        return clickOn(place(() -> point(wanted)), motion, buttons);
    }

    /// Leaves a picture of the window's content in `target/screenshots`, for someone to look at.
    protected final Path snapshot(String name) throws IOException {
        return snapshot(stage(), name);
    }

    /// The same of any window.
    protected static Path snapshot(Stage window, String name) throws IOException {
        WritableImage image = onFx(() -> window.getScene().snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        Path file = Path.of("target", "screenshots", name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(copy, "png", file.toFile());
        return file;
    }

    @AfterEach
    public final void closeWindows() throws TimeoutException {
        FxToolkit.hideStage();
    }
}
