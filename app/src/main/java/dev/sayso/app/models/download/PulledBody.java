package dev.sayso.app.models.download;

import dev.sayso.app.models.download.DownloadException.Reason;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A response's body, taken piece by piece with a limit of time for each. Nothing is asked for
/// before the piece ahead is taken, so that little of it is ever in memory.
final class PulledBody implements HttpResponse.BodySubscriber<PulledBody> {

    private sealed interface Event {}

    private record Piece(List<ByteBuffer> bytes) implements Event {}

    private record Broken(Throwable reason) implements Event {}

    private record End() implements Event {}

    private static final long IDLE_MILLIS = 200;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private volatile Flow.@Nullable Subscription subscription;

    @Override
    public CompletionStage<PulledBody> getBody() {
        return CompletableFuture.completedStage(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        begun.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        events.add(new Piece(bytes));
    }

    @Override
    public void onError(Throwable reason) {
        events.add(new Broken(reason));
    }

    @Override
    public void onComplete() {
        events.add(new End());
    }

    /// The next piece; null at the end.
    ///
    /// @param idle run now and then while nothing comes
    /// @throws IOException when the connection breaks, or nothing comes in time
    @Nullable List<ByteBuffer> next(Duration patience, Runnable idle)
            throws IOException, InterruptedException {
        long left = patience.toMillis();
        Event event = events.poll();
        while (event == null && left > 0) {
            long wait = Math.min(left, IDLE_MILLIS);
            event = events.poll(wait, TimeUnit.MILLISECONDS);
            left -= wait;
            if (event == null) {
                idle.run();
            }
        }
        return switch (event) {
            case null ->
                    throw new DownloadException(
                            Reason.STALLED, "nothing arrived for " + patience.toSeconds() + " s");
            case Piece piece -> {
                Flow.Subscription from = subscription;
                if (from != null) {
                    from.request(1);
                }
                yield piece.bytes();
            }
            case Broken broken ->
                    throw new DownloadException(
                            Reason.DROPPED,
                            "the connection broke off: " + broken.reason().getMessage(),
                            broken.reason());
            case End _ -> null;
        };
    }

    /// Wants no more.
    void cancel() {
        Flow.Subscription from = subscription;
        if (from != null) {
            from.cancel();
        }
    }
}
