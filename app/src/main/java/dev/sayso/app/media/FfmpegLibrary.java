package dev.sayso.app.media;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.javacpp.Loader;

/// FFmpeg's native libraries.
final class FfmpegLibrary {

    private final Path cache;
    private boolean loaded;

    FfmpegLibrary(Path cache) {
        this.cache = cache;
    }

    /// Loads them, the first time.
    ///
    /// @throws MediaException when this machine cannot
    synchronized void load() throws MediaException {
        if (loaded) {
            return;
        }
        // JavaCPP reads these once, when its first class is initialised
        System.setProperty("org.bytedeco.javacpp.cachedir", cache.toString());
        // a mapped model counts as this process's memory, by which it would refuse to work
        System.setProperty("org.bytedeco.javacpp.maxphysicalbytes", "0");
        // everything is freed by hand
        System.setProperty("org.bytedeco.javacpp.nopointergc", "true");
        try {
            Loader.load(avutil.class);
            Loader.load(swresample.class);
            Loader.load(avcodec.class);
            Loader.load(avformat.class);
            // standard error is the command line's
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
        } catch (LinkageError | IllegalStateException e) {
            throw new MediaException(
                    MediaException.Kind.NO_DECODER,
                    "the media decoder cannot be loaded: " + e.getMessage(),
                    e);
        }
        loaded = true;
    }

    /// What a result code means.
    static String message(int code) {
        byte[] text = new byte[avutil.AV_ERROR_MAX_STRING_SIZE];
        avutil.av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
