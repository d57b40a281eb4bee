package dev.sayso.app.microphone;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.TargetDataLine;

/// The microphones of this machine, by the names the system gives them.
public final class Microphones {

    /// What is asked for, in this order: what devices have themselves comes first, and is brought
    /// to 16 kHz by us; then what some have only.
    private static final List<AudioFormat> FORMATS =
            List.of(
                    format(48_000, 1),
                    format(48_000, 2),
                    format(44_100, 1),
                    format(44_100, 2),
                    format(16_000, 1),
                    format(16_000, 2),
                    format(32_000, 1),
                    format(96_000, 2),
                    format(8_000, 1));

    private Microphones() {}

    private static AudioFormat format(int rate, int channels) {
        return new AudioFormat(rate, 16, channels, true, false);
    }

    /// All names, each once; often none.
    public static List<String> names() {
        Set<String> names = new LinkedHashSet<>();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (records(info)) {
                names.add(info.getName());
            }
        }
        return List.copyOf(names);
    }

    /// All devices, each once, with names for people.
    static List<InputDevice> devices() {
        List<DeviceNames.Raw> found = new ArrayList<>();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (records(info)) {
                found.add(
                        new DeviceNames.Raw(
                                info.getName(), info.getDescription(), info.getVendor()));
            }
        }
        return DeviceNames.of(found);
    }

    private static boolean records(Mixer.Info info) {
        return AudioSystem.getMixer(info)
                .isLineSupported(new javax.sound.sampled.Line.Info(TargetDataLine.class));
    }

    /// Opens a microphone, which listens at once.
    ///
    /// @param name as [#names] has it, or a part of it in any case; empty: the system's choice
    /// @throws IOException when there is none, or it cannot be had
    public static Microphone open(String name) throws IOException {
        return openLine(name);
    }

    static LineMicrophone openLine(String name) throws IOException {
        List<Mixer.Info> candidates = candidates(name);
        if (candidates.isEmpty()) {
            String known = names().isEmpty() ? "there is none" : "known are " + names();
            throw new IOException("microphone " + name + ": not found; " + known);
        }
        List<String> reasons = new ArrayList<>();
        for (Mixer.Info info : candidates) {
            for (AudioFormat format : FORMATS) {
                try {
                    TargetDataLine line = line(info, format);
                    return LineMicrophone.of(new DeviceLine(line), info.getName(), format);
                } catch (LineUnavailableException | IllegalArgumentException e) {
                    reasons.add(String.valueOf(e.getMessage()));
                }
            }
        }
        throw new IOException(
                "microphone " + candidates.getFirst().getName() + ": " + reasons.getLast());
    }

    private static List<Mixer.Info> candidates(String name) throws IOException {
        List<Mixer.Info> all = new ArrayList<>();
        List<Mixer.Info> exact = new ArrayList<>();
        List<Mixer.Info> similar = new ArrayList<>();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (!records(info)) {
                continue;
            }
            all.add(info);
            if (info.getName().equals(name)) {
                exact.add(info);
            } else if (containsIgnoringCase(info.getName(), name)) {
                similar.add(info);
            }
        }
        if (name.isEmpty()) {
            if (all.isEmpty()) {
                throw new IOException("no microphone was found");
            }
            return all;
        }
        return exact.isEmpty() ? similar : exact;
    }

    private static boolean containsIgnoringCase(String text, String part) {
        for (int i = 0; i + part.length() <= text.length(); i++) {
            if (text.regionMatches(true, i, part, 0, part.length())) {
                return true;
            }
        }
        return false;
    }

    private static TargetDataLine line(Mixer.Info info, AudioFormat format)
            throws LineUnavailableException {
        DataLine.Info wanted = new DataLine.Info(TargetDataLine.class, format);
        TargetDataLine line = (TargetDataLine) AudioSystem.getMixer(info).getLine(wanted);
        // half a second of it waits for us
        line.open(format, (int) format.getFrameRate() / 2 * format.getFrameSize());
        line.start();
        return line;
    }

    /// A line of the system.
    private record DeviceLine(TargetDataLine line) implements Line {

        @Override
        public int read(byte[] into) {
            return line.read(into, 0, into.length);
        }

        @Override
        public void close() {
            // stopping first frees a reader that waits
            line.stop();
            line.close();
        }
    }
}
