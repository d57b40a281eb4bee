package dev.sayso.engine.audio;

import java.util.ArrayList;
import java.util.List;

/// Samples of which nobody knows how many there will be.
///
/// Kept in blocks, so that growing never needs a second copy and takes memory only for what is
/// there; joined once at the end.
final class SampleList {

    private static final int BLOCK = 1 << 16;

    /// The longest array a virtual machine is sure to make.
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    private final List<float[]> blocks = new ArrayList<>();
    private int length;

    /// How many samples can be read into memory at all: blocks and joined array exist at once, and
    /// something must be left for the rest.
    static int most() {
        return (int) Math.min(LONGEST_ARRAY, Runtime.getRuntime().maxMemory() / 10);
    }

    int length() {
        return length;
    }

    void add(float[] samples, int count) {
        int done = 0;
        while (done < count) {
            int at = length % BLOCK;
            if (at == 0) {
                blocks.add(new float[BLOCK]);
            }
            int part = Math.min(count - done, BLOCK - at);
            System.arraycopy(samples, done, blocks.getLast(), at, part);
            done += part;
            length += part;
        }
    }

    Pcm toPcm() {
        float[] all = new float[length];
        for (int i = 0; i < blocks.size(); i++) {
            int at = i * BLOCK;
            System.arraycopy(blocks.get(i), 0, all, at, Math.min(BLOCK, length - at));
        }
        return Pcm.of(all);
    }
}
