package dev.sayso.app;

import dev.sayso.app.instance.Answer;
import dev.sayso.app.instance.Request;
import dev.sayso.app.instance.RequestHandler;
import dev.sayso.app.ui.FxThread;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Hands what other processes ask to the window, on its thread; those that come before the window
/// stands wait for it.
final class Requests implements RequestHandler {

    private static final long PATIENCE_MILLIS = 1900;

    private final CompletableFuture<App> window = new CompletableFuture<>();

    /// From now on this window answers.
    void answeredBy(App app) {
        window.complete(app);
    }

    /// Opens files as soon as the window stands.
    void open(List<Path> files) {
        var _ =
                window.thenAccept(
                        app ->
                                FxThread.inOrder(
                                        () -> {
                                            app.open(files);
                                            app.window().show();
                                        }));
    }

    @Override
    public Answer handle(Request request) {
        CompletableFuture<Answer> answer =
                window.thenCompose(
                        app -> {
                            CompletableFuture<Answer> done = new CompletableFuture<>();
                            FxThread.inOrder(() -> done.complete(app.asked(request)));
                            return done;
                        });
        try {
            return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Answer.Refused("the window is busy; it will do so as soon as it can");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Refused("the window is closing");
        }
    }
}
