package dev.sayso.app.media;

import dev.sayso.app.media.MediaException.Kind;
import dev.sayso.engine.audio.Pcm;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/// Brings frames of any kind to mono, 16 kHz; the kind may change on the way.
final class FfmpegMixer implements AutoCloseable {

    private static final int HIGHEST_RATE = 768_000;

    /// As the engine does with samples that are no numbers, or absurd.
    private static final float ABSURD = 1e7f;

    private final Path file;
    private final AVChannelLayout seen = new AVChannelLayout();
    private final PointerPointer<FloatPointer> planes = new PointerPointer<>(1);
    private @Nullable SwrContext context;
    private FloatPointer room = new FloatPointer(Pcm.RATE);
    private int format;
    private int rate;
    private float[] samples = new float[Pcm.RATE];
    private int length;

    FfmpegMixer(Path file) {
        this.file = file;
    }

    /// Converts one frame.
    ///
    /// @return how many [#samples] there are now
    int convert(AVFrame frame) throws MediaException {
        length = 0;
        int channels = frame.ch_layout().nb_channels();
        if (frame.sample_rate() <= 0 || frame.sample_rate() > HIGHEST_RATE || channels <= 0) {
            throw new MediaException(
                    Kind.DAMAGED,
                    "%s: expected sound, found %d channels of %d Hz"
                            .formatted(file, channels, frame.sample_rate()));
        }
        if (context == null || changed(frame)) {
            drain();
            prepare(frame);
        }
        take(frame.extended_data(), frame.nb_samples());
        return length;
    }

    /// What is left at the end.
    ///
    /// @return how many [#samples] there are now
    int finish() {
        length = 0;
        drain();
        return length;
    }

    /// What the last call gave; overwritten by the next.
    float[] samples() {
        return samples;
    }

    private boolean changed(AVFrame frame) {
        return frame.format() != format
                || frame.sample_rate() != rate
                || avutil.av_channel_layout_compare(seen, frame.ch_layout()) != 0;
    }

    private void prepare(AVFrame frame) throws MediaException {
        free();
        avutil.av_channel_layout_uninit(seen);
        avutil.av_channel_layout_copy(seen, frame.ch_layout());
        format = frame.format();
        rate = frame.sample_rate();
        SwrContext made = new SwrContext(null);
        try (AVChannelLayout from = new AVChannelLayout();
                AVChannelLayout mono = new AVChannelLayout()) {
            avutil.av_channel_layout_default(mono, 1);
            if (seen.order() == avutil.AV_CHANNEL_ORDER_UNSPEC) {
                avutil.av_channel_layout_default(from, seen.nb_channels());
            } else {
                avutil.av_channel_layout_copy(from, seen);
            }
            int code =
                    swresample.swr_alloc_set_opts2(
                            made,
                            mono,
                            avutil.AV_SAMPLE_FMT_FLT,
                            Pcm.RATE,
                            from,
                            format,
                            rate,
                            0,
                            null);
            avutil.av_channel_layout_uninit(from);
            if (code >= 0) {
                // without it loud channels add up to more than full scale
                avutil.av_opt_set_double(made, "rematrix_maxval", 1.0, 0);
                code = swresample.swr_init(made);
            }
            if (code < 0) {
                swresample.swr_free(made);
                throw new MediaException(
                        Kind.DAMAGED,
                        "%s: expected channels that can be mixed, found %d (%s)"
                                .formatted(file, seen.nb_channels(), FfmpegLibrary.message(code)));
            }
        }
        context = made;
    }

    private void take(@Nullable PointerPointer<?> data, int count) {
        SwrContext mixer = context;
        if (mixer == null) {
            return;
        }
        int most = Math.max(1, swresample.swr_get_out_samples(mixer, count));
        if (most > room.capacity()) {
            room.close();
            room = new FloatPointer(most);
        }
        planes.put(0, room);
        int got = swresample.swr_convert(mixer, planes, most, data, count);
        if (got > 0) {
            if (length + got > samples.length) {
                samples = java.util.Arrays.copyOf(samples, Math.max(length + got, 2 * length));
            }
            room.get(samples, length, got);
            for (int i = length; i < length + got; i++) {
                // written so that NaN fails it too
                samples[i] = Math.abs(samples[i]) <= ABSURD ? samples[i] : 0;
            }
            length += got;
        }
    }

    private void drain() {
        int before;
        do {
            before = length;
            take(null, 0);
        } while (length > before);
    }

    private void free() {
        if (context != null) {
            swresample.swr_free(context);
            context = null;
        }
    }

    @Override
    public void close() {
        free();
        avutil.av_channel_layout_uninit(seen);
        seen.close();
        planes.close();
        room.close();
    }
}
