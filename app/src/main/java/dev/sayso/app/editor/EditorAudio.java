package dev.sayso.app.editor;

import dev.sayso.app.playback.Peaks;
import dev.sayso.app.playback.PlaybackDevice;
import dev.sayso.app.playback.Player;
import dev.sayso.app.playback.PlayerState;
import dev.sayso.app.ui.Elsewhere;
import dev.sayso.engine.audio.Pcm;
import java.nio.file.Path;
import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The sound of the document that is open: decoded when the editor opens, played from anywhere.
///
/// What is asked for before the sound is there happens as soon as it is.
public final class EditorAudio {

    private final Elsewhere elsewhere;
    private final AudioLoader loader;
    private final PlaybackDevice speakers;
    private final ReadOnlyObjectWrapper<AudioState> state =
            new ReadOnlyObjectWrapper<>(new AudioState.None());
    private final ReadOnlyObjectWrapper<Duration> position =
            new ReadOnlyObjectWrapper<>(Duration.ZERO);
    private final ReadOnlyObjectWrapper<PlayerState> playing =
            new ReadOnlyObjectWrapper<>(new PlayerState.Paused());
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
    // whether asking again can bring something new
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private volatile double decoded = -1;
    private @Nullable Thread loading;
    private @Nullable Player player;
    private boolean playWhenReady;
    private boolean closed;

    private record Decoded(Pcm sound, Peaks peaks) {}

    EditorAudio(EditorTools tools) {
        this.elsewhere = tools.elsewhere();
        this.loader = tools.audio();
        this.speakers = tools.speakers();
    }

    /// Begins to decode a file.
    void load(Path file) {
        state.set(new AudioState.Loading());
        decoded = -1;
        loading =
                elsewhere.run(
                        () -> {
                            Pcm sound = loader.load(file, done -> decoded = done);
                            return new Decoded(sound, Peaks.of(sound));
                        },
                        this::loaded,
                        thrown -> state.set(new AudioState.Missing(String.valueOf(thrown))));
        update();
    }

    private void loaded(Decoded sound) {
        if (closed) {
            return;
        }
        Player made = new Player(sound.sound(), speakers);
        player = made;
        made.seek(position.get());
        if (playWhenReady) {
            made.play();
        }
        state.set(new AudioState.Ready(sound.peaks(), sound.sound().length()));
        poll();
    }

    /// Whether there is sound, or will be.
    public ReadOnlyObjectProperty<AudioState> state() {
        return state.getReadOnlyProperty();
    }

    /// How much of the file is decoded, from 0 to 1; negative when that is not known.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// What is heard now, or would be.
    public ReadOnlyObjectProperty<Duration> position() {
        return position.getReadOnlyProperty();
    }

    /// What the player does.
    public ReadOnlyObjectProperty<PlayerState> playing() {
        return playing.getReadOnlyProperty();
    }

    /// Whether [#poll] must be called again and again.
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public boolean isPlaying() {
        return playing.get() instanceof PlayerState.Playing;
    }

    /// Looks how far things are.
    public void poll() {
        if (player != null) {
            // the state first: a position that is asked for later is not older than it
            PlayerState now = player.state();
            position.set(player.position());
            playing.set(now);
        }
        update();
    }

    private void update() {
        progress.set(decoded);
        busy.set(isPlaying() || state.get() instanceof AudioState.Loading);
    }

    /// Plays, or pauses.
    public void toggle() {
        if (isPlaying()) {
            pause();
        } else {
            play();
        }
    }

    /// Plays from where it is.
    public void play() {
        playWhenReady = true;
        if (player != null) {
            player.play();
            poll();
        }
    }

    /// Is silent.
    public void pause() {
        playWhenReady = false;
        if (player != null) {
            player.pause();
            poll();
        }
    }

    /// Goes somewhere, and does there what it did.
    public void seek(Duration to) {
        if (player == null) {
            position.set(to.isNegative() ? Duration.ZERO : to);
        } else {
            player.seek(to);
            poll();
        }
    }

    /// Plays from somewhere.
    public void playFrom(Duration from) {
        seek(from);
        play();
    }

    /// Goes back or forth.
    public void skip(Duration by) {
        seek(position.get().plus(by));
    }

    /// Gives the device back; the sound can be collected.
    void close() {
        closed = true;
        if (loading != null) {
            loading.interrupt();
        }
        if (player != null) {
            player.close();
            player = null;
        }
        playing.set(new PlayerState.Paused());
        state.set(new AudioState.None());
        update();
    }
}
