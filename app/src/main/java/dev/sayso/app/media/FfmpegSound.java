package dev.sayso.app.media;

import dev.sayso.engine.audio.Pcm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.jspecify.annotations.Nullable;

/// A file's sound by way of FFmpeg.
final class FfmpegSound implements MediaSound {

    /// More than this comes from a file that was made to fill memory or time.
    private static final Duration LONGEST = Duration.ofHours(100);

    private static final long MOST = LONGEST.toSeconds() * Pcm.RATE;

    /// Sound that comes this much later than it should have left a gap; less is how exact times
    /// are.
    private static final int GAP = Pcm.RATE / 4;

    /// Where a file does not say how long it is, a gap is not longer than this.
    private static final long LONGEST_GAP = 60 * Pcm.RATE;

    private final FfmpegInput input;
    private final FfmpegMixer mixer;
    private final AVFrame frame = avutil.av_frame_alloc();
    private final List<String> warnings = new ArrayList<>();
    private int from;
    private int to;
    private long silence;
    private long produced;
    private boolean ended;
    private boolean spoilt;
    private boolean closed;

    private FfmpegSound(FfmpegInput input) {
        this.input = input;
        this.mixer = new FfmpegMixer(input.file());
    }

    static FfmpegSound open(FfmpegLibrary library, Path file) throws IOException {
        library.load();
        return new FfmpegSound(FfmpegInput.open(file));
    }

    @Override
    public @Nullable Duration announced() {
        return input.announced();
    }

    @Override
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public int read(float[] into, int offset, int length) throws IOException, InterruptedException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        while (length > 0 && silence == 0 && from == to && !ended) {
            fill();
        }
        int got;
        if (silence > 0) {
            got = (int) Math.min(silence, length);
            java.util.Arrays.fill(into, offset, offset + got, 0);
            silence -= got;
        } else {
            got = Math.min(to - from, length);
            System.arraycopy(mixer.samples(), from, into, offset, got);
            from += got;
        }
        return got > 0 || length == 0 ? got : -1;
    }

    private void fill() throws IOException, InterruptedException {
        if (produced < MOST && input.next(frame)) {
            convert();
            return;
        }
        end();
    }

    private void convert() throws MediaException {
        long gap = gapBefore(frame);
        from = 0;
        to = 0;
        try {
            to = mixer.convert(frame);
            silence = gap;
            produced += gap + to;
        } catch (MediaException e) {
            if (produced == 0) {
                throw e;
            }
            // what was heard so far stays
            spoilt = true;
            end();
        }
        avutil.av_frame_unref(frame);
    }

    private void end() {
        ended = true;
        from = 0;
        to = mixer.finish();
        produced += to;
        judge();
    }

    private long gapBefore(AVFrame next) {
        double seconds = input.seconds(next);
        long gap = Double.isNaN(seconds) ? 0 : Math.round(seconds * Pcm.RATE) - produced;
        if (gap < GAP) {
            return 0;
        }
        Duration announced = announced();
        long most =
                announced == null
                        ? LONGEST_GAP
                        : announced.toMillis() * (Pcm.RATE / 1000) - produced;
        return gap <= Math.min(most, MOST) ? gap : 0;
    }

    private void judge() {
        Duration expected = input.announcedSound();
        double found = (double) produced / Pcm.RATE;
        double missing = expected == null ? 0 : expected.toMillis() / 1e3 - found;
        if (produced >= MOST) {
            warnings.add(
                    input.file()
                            + ": longer than "
                            + LONGEST.toHours()
                            + " hours, the rest is left out");
        } else if (spoilt || input.broken() || missing > Math.max(0.5, found / 50)) {
            warnings.add(
                    String.format(
                            Locale.ROOT,
                            "%s: cut short or damaged, it holds %.1f s of sound%s",
                            input.file(),
                            found,
                            missing > 0
                                    ? String.format(
                                            Locale.ROOT, " and announces %.1f s", found + missing)
                                    : ""));
        } else if (input.damaged() > 0) {
            warnings.add(input.file() + ": damaged pieces, which are left out: " + input.damaged());
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            mixer.close();
            avutil.av_frame_free(frame);
            input.close();
        }
    }
}
