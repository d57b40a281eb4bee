package dev.sayso.app.media;

import dev.sayso.engine.audio.AudioSource;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sound of a file, as it is decoded; for one thread at a time.
///
/// Its times are those of the film, if there is one: where the sound begins later than the picture,
/// or leaves a gap, there is silence.
public interface MediaSound extends AudioSource, Closeable {

    /// How long the file says it is; null when it does not say.
    @Nullable Duration announced();

    /// What was odd so far, one sentence each that names the file; complete at the end.
    List<String> warnings();

    /// Passes over samples.
    ///
    /// @return how many there were, fewer only at the end
    default long skip(long samples) throws IOException, InterruptedException {
        float[] block = new float[16_384];
        long done = 0;
        while (done < samples) {
            int got = read(block, 0, (int) Math.min(block.length, samples - done));
            if (got < 0) {
                break;
            }
            done += got;
        }
        return done;
    }
}
