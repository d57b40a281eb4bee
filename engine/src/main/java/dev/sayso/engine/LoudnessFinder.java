package dev.sayso.engine;

import dev.sayso.engine.audio.Pcm;

/// Takes for speech what is clearly louder than the quietest of the last seconds.
final class LoudnessFinder implements SpeechFinder {

    private static final int WINDOW = Pcm.RATE / 100;
    private static final double LOUDER = 8;
    private static final double LEAST = 1e-5;
    private static final double FORGETTING = 1.002;
    private static final int SHORTEST = 8;

    private final SpeechFinder.Listener listener;
    private final int pause;
    private double floor = 1;
    private double energy;
    private int inWindow;
    private long position;
    private int run;
    private long last = -1;
    private boolean speaking;

    /// @param pause samples of quiet that end speech
    LoudnessFinder(int pause, SpeechFinder.Listener listener) {
        this.pause = pause;
        this.listener = listener;
    }

    @Override
    public void accept(float[] samples, int count) {
        for (int i = 0; i < count; i++) {
            energy += (double) samples[i] * samples[i];
            inWindow++;
            position++;
            if (inWindow == WINDOW) {
                judge(energy / WINDOW);
                energy = 0;
                inWindow = 0;
            }
        }
    }

    private void judge(double level) {
        floor = Math.min(level, floor * FORGETTING);
        boolean loud = level > Math.max(LEAST, LOUDER * floor);
        run = loud ? run + 1 : 0;
        if (run >= SHORTEST) {
            last = position;
            if (!speaking) {
                speaking = true;
                listener.speechStarted(Math.max(0, position - (long) run * WINDOW));
            }
        }
        if (speaking && position - last >= pause) {
            speaking = false;
            listener.speechEnded(last);
        }
    }

    @Override
    public void finish() {
        if (speaking) {
            speaking = false;
            listener.speechEnded(last);
        }
    }
}
