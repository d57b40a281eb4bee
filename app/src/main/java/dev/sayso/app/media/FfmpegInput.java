package dev.sayso.app.media;

import dev.sayso.app.media.MediaException.Kind;
import java.nio.file.Path;
import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/// The best audio stream of a file, frame by frame.
final class FfmpegInput implements AutoCloseable {

    /// Formats that hold sound. What is missing are playlists and others that open further files,
    /// and text, which is easily taken for something.
    private static final String FORMATS =
            "aac,ac3,aiff,amr,amrnb,amrwb,ape,asf,au,avi,caf,dsf,dts,dtshd,eac3,flac,flv,matroska,"
                    + "mov,mp3,mpc,mpc8,mpeg,mpegts,ogg,rm,tak,tta,voc,w64,wav,wv";

    /// Reading that gives nothing as often as this has ended.
    private static final int MOST_EMPTY_READS = 1000;

    private final Path file;
    private final AVFormatContext format;
    private final AVStream stream;
    private final int index;
    private final AVCodecContext codec;
    private final AVPacket packet = avcodec.av_packet_alloc();
    private boolean draining;
    private boolean broken;
    private int damaged;

    private FfmpegInput(Path file, AVFormatContext format, int index) throws MediaException {
        this.file = file;
        this.format = format;
        this.index = index;
        this.stream = format.streams(index);
        for (int i = 0; i < format.nb_streams(); i++) {
            if (i != index) {
                format.streams(i).discard(avcodec.AVDISCARD_ALL);
            }
        }
        this.codec = decoder(file, stream);
    }

    static FfmpegInput open(Path file) throws MediaException {
        AVFormatContext format = demuxer(file);
        try {
            if (avformat.avformat_find_stream_info(format, (AVDictionary) null) < 0) {
                throw unreadable(file);
            }
            int index =
                    avformat.av_find_best_stream(
                            format, avutil.AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
            if (index < 0) {
                throw new MediaException(
                        Kind.NO_SOUND,
                        file
                                + ": expected sound, found "
                                + (format.nb_streams() == 0 ? "none" : "a film without any"));
            }
            return new FfmpegInput(file, format, index);
        } catch (MediaException e) {
            avformat.avformat_close_input(format);
            throw e;
        }
    }

    private static AVFormatContext demuxer(Path file) throws MediaException {
        AVFormatContext format = new AVFormatContext(null);
        AVDictionary options = new AVDictionary(null);
        // the bytes themselves, since a name may hold more than modified UTF-8 can say; "file:",
        // since it may look like an address
        String url = "file:" + file.toAbsolutePath();
        try (BytePointer name = new BytePointer(terminated(url))) {
            avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
            avutil.av_dict_set(options, "format_whitelist", FORMATS, 0);
            int opened = avformat.avformat_open_input(format, name, (AVInputFormat) null, options);
            if (opened < 0) {
                throw opened == avutil.AVERROR_EACCES()
                        ? new MediaException(
                                Kind.NO_PERMISSION, file + ": no permission to read it")
                        : unreadable(file);
            }
            return format;
        } finally {
            avutil.av_dict_free(options);
        }
    }

    private static byte[] terminated(String text) {
        return (text + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static MediaException unreadable(Path file) {
        boolean named = MediaFiles.isNamedLikeMedia(file);
        return new MediaException(
                named ? Kind.DAMAGED : Kind.NOT_MEDIA,
                file
                        + ": expected audio or video, found "
                        + (named ? "a damaged file, or one of another kind" : "something else"));
    }

    private static AVCodecContext decoder(Path file, AVStream stream) throws MediaException {
        AVCodec found = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
        if (found == null || found.isNull()) {
            throw new MediaException(
                    Kind.NOT_MEDIA, file + ": expected a known audio codec, found another");
        }
        AVCodecContext codec = avcodec.avcodec_alloc_context3(found);
        int filled = avcodec.avcodec_parameters_to_context(codec, stream.codecpar());
        codec.pkt_timebase(stream.time_base());
        codec.thread_count(1);
        int opened = filled < 0 ? filled : avcodec.avcodec_open2(codec, found, (AVDictionary) null);
        if (opened < 0) {
            avcodec.avcodec_free_context(codec);
            throw new MediaException(
                    Kind.DAMAGED,
                    file + ": expected sound, found a damaged stream of " + name(found));
        }
        return codec;
    }

    private static String name(AVCodec codec) {
        BytePointer name = codec.name();
        return name == null ? "another codec" : name.getString();
    }

    /// Decodes the next frame; damaged pieces are passed over.
    ///
    /// @return false at the end
    boolean next(AVFrame frame) throws InterruptedException {
        while (true) {
            int got = avcodec.avcodec_receive_frame(codec, frame);
            if (got >= 0) {
                return true;
            }
            if (got != avutil.AVERROR_EAGAIN()) {
                if (got != avutil.AVERROR_EOF()) {
                    damaged++;
                }
                if (draining) {
                    return false;
                }
            }
            feed();
        }
    }

    private void feed() throws InterruptedException {
        for (int empty = 0; empty < MOST_EMPTY_READS; ) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            int read = avformat.av_read_frame(format, packet);
            if (read == avutil.AVERROR_EAGAIN()) {
                empty++;
                continue;
            }
            if (read < 0) {
                broken = read != avutil.AVERROR_EOF();
                break;
            }
            boolean ours = packet.stream_index() == index;
            if (ours && avcodec.avcodec_send_packet(codec, packet) < 0) {
                damaged++;
            }
            avcodec.av_packet_unref(packet);
            if (ours) {
                return;
            }
        }
        draining = true;
        avcodec.avcodec_send_packet(codec, (AVPacket) null);
    }

    /// When a frame is heard, in seconds from the file's beginning; NaN when it does not say.
    double seconds(AVFrame frame) {
        long time = frame.best_effort_timestamp();
        long first = format.start_time();
        return time == avutil.AV_NOPTS_VALUE
                ? Double.NaN
                : time * unit() - (first == avutil.AV_NOPTS_VALUE ? 0 : first / 1e6);
    }

    private double unit() {
        int den = stream.time_base().den();
        return den == 0 ? 0 : (double) stream.time_base().num() / den;
    }

    /// How long the file says it is; null when it does not say.
    @Nullable Duration announced() {
        long micros = format.duration();
        return micros == avutil.AV_NOPTS_VALUE || micros <= 0
                ? announcedSound()
                : Duration.ofNanos(
                        Math.multiplyExact(Math.min(micros, Long.MAX_VALUE / 1000), 1000));
    }

    /// How long its sound is, for certain; null when it does not say.
    @Nullable Duration announcedSound() {
        long ticks = stream.duration();
        double seconds = ticks * unit();
        boolean guessed =
                format.duration_estimation_method() == avformat.AVFMT_DURATION_FROM_BITRATE;
        return guessed || ticks == avutil.AV_NOPTS_VALUE || !(seconds > 0) || seconds > 1e9
                ? null
                : Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /// Whether reading ended with an error rather than with the file.
    boolean broken() {
        return broken;
    }

    /// Pieces that could not be decoded.
    int damaged() {
        return damaged;
    }

    Path file() {
        return file;
    }

    @Override
    public void close() {
        avcodec.av_packet_free(packet);
        avcodec.avcodec_free_context(codec);
        avformat.avformat_close_input(format);
    }
}
