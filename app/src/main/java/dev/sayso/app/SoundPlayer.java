package dev.sayso.app;

import dev.sayso.app.history.HistoryActions;
import dev.sayso.app.media.MediaDecoder;
import dev.sayso.app.playback.Player;
import dev.sayso.app.playback.PlayerState;
import dev.sayso.app.playback.Speakers;
import dev.sayso.app.ui.FxThread;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Plays one sound of the history at a time.
final class SoundPlayer implements HistoryActions.Player {

    private static final long POLL_MILLIS = 50;

    private final MediaDecoder media;
    private final Consumer<String> failed;
    private @Nullable Thread playing;

    /// @param failed told why nothing is heard, on the FX thread
    SoundPlayer(MediaDecoder media, Consumer<String> failed) {
        this.media = media;
        this.failed = failed;
    }

    @Override
    public void play(Path sound, Runnable ended) {
        stop();
        playing =
                Thread.ofVirtual()
                        .name("history-sound")
                        .start(
                                () -> {
                                    try {
                                        heard(sound);
                                        FxThread.inOrder(ended);
                                    } catch (IOException e) {
                                        FxThread.inOrder(
                                                () -> {
                                                    failed.accept(String.valueOf(e.getMessage()));
                                                    ended.run();
                                                });
                                    } catch (InterruptedException e) {
                                        // stopped: nobody waits for the end
                                        Thread.currentThread().interrupt();
                                    }
                                });
    }

    private void heard(Path sound) throws IOException, InterruptedException {
        try (Player player = new Player(media.read(sound, _ -> {}).pcm(), new Speakers())) {
            player.play();
            while (player.state() instanceof PlayerState.Playing) {
                Thread.sleep(POLL_MILLIS);
            }
            if (player.state() instanceof PlayerState.Failed(String reason, _)) {
                throw new IOException(reason);
            }
        }
    }

    @Override
    public void stop() {
        if (playing != null) {
            playing.interrupt();
            playing = null;
        }
    }
}
