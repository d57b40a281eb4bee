package dev.sayso.engine.kernel;

import jdk.incubator.vector.FloatVector;

/// Measures what the machine allows: reading memory, and multiply-adds.
///
/// The best of many samples of a few milliseconds counts: what else runs on the machine can only
/// make a sample slower.
public final class Limits implements AutoCloseable {

    /// An array: 64 MiB, so that its four streams lie far apart.
    private static final int ARRAY = 1 << 24;

    /// What one item reads: 1 MiB, four runs of a quarter.
    private static final int RUN = 1 << 16;

    private static final int ITEMS_PER_ARRAY = ARRAY / (4 * RUN);
    private static final int MOST_ARRAYS = 16;

    /// Chains of multiply-adds, more than latency times units anywhere (4 · 2), and no more than
    /// leave two of sixteen registers free.
    private static final int CHAINS = 12;

    private static final int FMA_ROUNDS = 20_000;
    private static final int FMA_ITEMS_PER_THREAD = 8;

    private static final long NANOS_OF_SAMPLES = 1_000_000_000;
    private static final int LEAST_SAMPLES = 30;

    private final Workers workers;

    /// What the workers found: keeps the compiler from leaving the work out. Sixteen apart, so that
    /// no two share a cache line.
    private final float[] found;

    /// For measuring with so many threads, the caller's included.
    public Limits(int threads) {
        workers = new Workers(threads);
        found = new float[16 * threads];
    }

    /// Bytes a second that all threads together read from memory outside all caches.
    ///
    /// @param mostBytes of heap that may be used; 64 MiB are used in any case
    public double bytesPerSecond(long mostBytes) {
        int count = Math.clamp(mostBytes / (4L * ARRAY), 1, MOST_ARRAYS);
        float[][] arrays = new float[count][];
        for (int i = 0; i < count; i++) {
            arrays[i] = new float[ARRAY];
            // memory that was never written may be one page of zeros over and over
            for (int at = 0; at < ARRAY; at += 256) {
                arrays[i][at] = 1;
            }
        }
        int items = count * ITEMS_PER_ARRAY;
        // the whole of it is more than the caches hold, a sample is a quarter
        int sample = Math.max(ITEMS_PER_ARRAY, items / 4);
        int[] first = new int[1];
        Workers.Task read =
                (from, to, worker) -> {
                    for (int item = from; item < to; item++) {
                        int at = first[0] + item;
                        float[] array = arrays[at / ITEMS_PER_ARRAY];
                        found[16 * worker] += sum(array, at % ITEMS_PER_ARRAY * RUN);
                    }
                };
        double best = 0;
        long end = System.nanoTime() + 2 * NANOS_OF_SAMPLES;
        for (int i = 0; i < LEAST_SAMPLES || System.nanoTime() < end; i++) {
            first[0] = i * sample % items;
            long start = System.nanoTime();
            workers.run(sample, 4, read);
            double seconds = (System.nanoTime() - start) / 1e9;
            best = Math.max(best, sample * 16.0 * RUN / seconds);
        }
        return best;
    }

    /// Adds up four runs, a quarter of the array apart: more pages are open at once than with one,
    /// and the processor fetches ahead in each.
    private static float sum(float[] array, int from) {
        FloatVector s0 = FloatVector.zero(Lanes.F);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        int quarter = array.length / 4;
        for (int i = from; i < from + RUN; i += Lanes.COUNT) {
            s0 = s0.add(FloatVector.fromArray(Lanes.F, array, i));
            s1 = s1.add(FloatVector.fromArray(Lanes.F, array, quarter + i));
            s2 = s2.add(FloatVector.fromArray(Lanes.F, array, 2 * quarter + i));
            s3 = s3.add(FloatVector.fromArray(Lanes.F, array, 3 * quarter + i));
        }
        return s0.add(s1).add(s2.add(s3)).lane(0);
    }

    /// Floating-point operations a second that all threads together do in registers.
    public double flopsPerSecond() {
        int items = FMA_ITEMS_PER_THREAD * workers.size();
        Workers.Task multiply =
                (from, to, worker) -> {
                    for (int item = from; item < to; item++) {
                        found[16 * worker] += multiplyAdd(FMA_ROUNDS);
                    }
                };
        double best = 0;
        long end = System.nanoTime() + NANOS_OF_SAMPLES;
        for (int i = 0; i < LEAST_SAMPLES || System.nanoTime() < end; i++) {
            long start = System.nanoTime();
            workers.run(items, 1, multiply);
            double seconds = (System.nanoTime() - start) / 1e9;
            best = Math.max(best, flops(FMA_ROUNDS) * items / seconds);
        }
        return best;
    }

    /// Operations in so many rounds of [#multiplyAdd].
    static double flops(int rounds) {
        return 2.0 * CHAINS * Lanes.COUNT * rounds;
    }

    /// Twelve independent chains of multiply-adds.
    static float multiplyAdd(int rounds) {
        FloatVector a = FloatVector.broadcast(Lanes.F, 0.9999f);
        FloatVector b = FloatVector.broadcast(Lanes.F, 1e-4f);
        FloatVector s0 = a;
        FloatVector s1 = a.add(1);
        FloatVector s2 = a.add(2);
        FloatVector s3 = a.add(3);
        FloatVector s4 = a.add(4);
        FloatVector s5 = a.add(5);
        FloatVector s6 = a.add(6);
        FloatVector s7 = a.add(7);
        FloatVector s8 = a.add(8);
        FloatVector s9 = a.add(9);
        FloatVector s10 = a.add(10);
        FloatVector s11 = a.add(11);
        for (int i = 0; i < rounds; i++) {
            s0 = s0.fma(a, b);
            s1 = s1.fma(a, b);
            s2 = s2.fma(a, b);
            s3 = s3.fma(a, b);
            s4 = s4.fma(a, b);
            s5 = s5.fma(a, b);
            s6 = s6.fma(a, b);
            s7 = s7.fma(a, b);
            s8 = s8.fma(a, b);
            s9 = s9.fma(a, b);
            s10 = s10.fma(a, b);
            s11 = s11.fma(a, b);
        }
        FloatVector low = s0.add(s1).add(s2.add(s3)).add(s4.add(s5));
        return low.add(s6.add(s7).add(s8.add(s9)).add(s10.add(s11))).lane(0);
    }

    /// Ends the threads.
    @Override
    public void close() {
        workers.close();
    }
}
