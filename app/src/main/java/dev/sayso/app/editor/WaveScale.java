package dev.sayso.app.editor;

/// Which part of a sound is seen, in seconds. A value.
///
/// @param length of the sound
/// @param start of what is seen
/// @param shown how much of it is seen
record WaveScale(double length, double start, double shown) {

    /// The least that is seen: a second.
    private static final double LEAST = 1;

    /// What is seen at first.
    private static final double FIRST = 30;

    /// Limits the part to the sound.
    WaveScale {
        length = Math.max(length, LEAST);
        shown = Math.clamp(shown, LEAST, length);
        start = Math.clamp(start, 0, length - shown);
    }

    static WaveScale of(double length) {
        return new WaveScale(length, 0, FIRST);
    }

    /// Where a time is drawn.
    double x(double time, double width) {
        return (time - start) / shown * width;
    }

    /// Which time is drawn somewhere.
    double time(double x, double width) {
        return start + x / width * shown;
    }

    double end() {
        return start + shown;
    }

    /// Shows more or less, so that a time stays where it is drawn.
    ///
    /// @param factor of how much is seen
    WaveScale zoomed(double factor, double around) {
        double after = Math.clamp(shown * factor, LEAST, length);
        return new WaveScale(length, around - (around - start) * after / shown, after);
    }

    WaveScale from(double time) {
        return new WaveScale(length, time, shown);
    }

    /// Shows a time: where it is, or else with a little of what comes before.
    WaveScale showing(double time) {
        return time >= start && time < end() ? this : from(time - shown / 10);
    }

    /// Seconds between the times that are written beneath, a round number.
    ///
    /// @param most how many there is room for
    double tick(double most) {
        double least = shown / Math.max(1, most);
        double[] steps = {0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800};
        for (double step : steps) {
            if (step >= least) {
                return step;
            }
        }
        return 3600 * Math.ceil(least / 3600);
    }
}
