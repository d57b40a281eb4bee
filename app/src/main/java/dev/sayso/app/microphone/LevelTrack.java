package dev.sayso.app.microphone;

/// The last levels of a microphone: written by one thread, looked at by another whenever it paints.
/// No event is sent for a level, so nothing piles up when the window is slow.
public final class LevelTrack {

    private static final int KEPT = 2048;

    private final float[] peaks = new float[KEPT];
    private volatile long count;
    private volatile InputLevel latest = InputLevel.NONE;

    /// Adds a level.
    public void add(InputLevel level) {
        long at = count;
        peaks[(int) (at % KEPT)] = level.peak();
        latest = level;
        // written last: a reader who sees it sees the peak
        count = at + 1;
    }

    /// How many there have been.
    public long count() {
        return count;
    }

    /// The newest.
    public InputLevel latest() {
        return latest;
    }

    /// The peak at an index below [#count]; 0 for one that is not kept any more.
    public float peak(long index) {
        return index < 0 || index < count - KEPT ? 0 : peaks[(int) (index % KEPT)];
    }
}
