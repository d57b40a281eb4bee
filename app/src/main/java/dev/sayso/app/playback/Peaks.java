package dev.sayso.app.playback;

import dev.sayso.engine.audio.Pcm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The lowest and highest samples of stretches of a sound, to draw it at any scale.
///
/// Levels of ever longer stretches, four of one in one of the next: what a column of the picture
/// covers is found from a dozen values, for three hours as for three seconds. Where a column covers
/// less than the shortest stretch, the samples themselves are looked at.
public final class Peaks {

    /// Samples in a stretch of the first level: 16 ms.
    private static final int FIRST = 256;

    private static final int STEP = 4;

    private final Pcm sound;
    private final List<Level> levels;

    private Peaks(Pcm sound, List<Level> levels) {
        this.sound = sound;
        this.levels = List.copyOf(levels);
    }

    /// Looks at each sample once: some tenths of a second for an hour.
    public static Peaks of(Pcm sound) {
        List<Level> levels = new ArrayList<>();
        levels.add(first(sound));
        while (levels.getLast().low.length > STEP) {
            levels.add(levels.getLast().coarser());
        }
        return new Peaks(sound, levels);
    }

    private static Level first(Pcm sound) {
        Level level = new Level(FIRST, Math.ceilDiv(sound.length(), FIRST));
        for (int i = 0; i < sound.length(); i++) {
            level.add(i / FIRST, sound.at(i), sound.at(i));
        }
        return level;
    }

    /// The picture of a whole sound.
    ///
    /// @param buckets number of columns
    public static Columns of(Pcm sound, int buckets) {
        return of(sound).columns(0, sound.length(), buckets);
    }

    /// The lowest and highest sample of each column; 0 and 0 beyond the sound.
    public static final class Columns {

        private final float[] low;
        private final float[] high;

        private Columns(int count) {
            low = new float[count];
            high = new float[count];
        }

        /// How many there are.
        public int count() {
            return low.length;
        }

        /// The lowest sample of one.
        public float low(int column) {
            return low[column];
        }

        /// The highest sample of one.
        public float high(int column) {
            return high[column];
        }
    }

    /// The picture of a stretch.
    ///
    /// @param from first sample, may lie before the sound
    /// @param to last sample (exclusive), may lie beyond
    /// @param count number of columns of equal length
    public Columns columns(double from, double to, int count) {
        Columns columns = new Columns(count);
        double width = (to - from) / count;
        for (int i = 0; i < count; i++) {
            long start = (long) Math.floor(from + i * width);
            long end = Math.max(start + 1, (long) Math.floor(from + (i + 1) * width));
            int first = (int) Math.clamp(start, 0L, sound.length());
            int last = (int) Math.clamp(end, 0L, sound.length());
            if (first < last) {
                Level one = new Level(1, 1);
                fill(one, first, last);
                columns.low[i] = one.low[0];
                columns.high[i] = one.high[0];
            }
        }
        return columns;
    }

    private void fill(Level into, int from, int to) {
        Level level = null;
        for (Level candidate : levels) {
            if (candidate.length <= to - from) {
                level = candidate;
            }
        }
        if (level == null) {
            for (int i = from; i < to; i++) {
                into.add(0, sound.at(i), sound.at(i));
            }
        } else {
            // the stretches at both ends reach a little further than the column
            for (int i = from / level.length; i < Math.ceilDiv(to, level.length); i++) {
                into.add(0, level.low[i], level.high[i]);
            }
        }
    }

    private static final class Level {

        private final int length;
        private final float[] low;
        private final float[] high;

        Level(int length, int count) {
            this.length = length;
            this.low = new float[count];
            this.high = new float[count];
            Arrays.fill(low, Float.POSITIVE_INFINITY);
            Arrays.fill(high, Float.NEGATIVE_INFINITY);
        }

        void add(int index, float lower, float higher) {
            low[index] = Math.min(low[index], lower);
            high[index] = Math.max(high[index], higher);
        }

        Level coarser() {
            Level level = new Level(length * STEP, Math.ceilDiv(low.length, STEP));
            for (int i = 0; i < low.length; i++) {
                level.add(i / STEP, low[i], high[i]);
            }
            return level;
        }
    }
}
