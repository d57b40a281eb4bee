package dev.sayso.app.playback;

import dev.sayso.engine.audio.Pcm;

/// Two short tones that say what a dictation does to someone who looks elsewhere.
public enum Signal {
    /// It begins: upwards.
    START(660, 880),
    /// It ends: downwards.
    STOP(880, 660);

    private static final double NOTE_SECONDS = 0.07;
    private static final double LOUDNESS = 0.2;

    private final double first;
    private final double second;

    Signal(double first, double second) {
        this.first = first;
        this.second = second;
    }

    /// What is heard.
    public Pcm sound() {
        int note = (int) (NOTE_SECONDS * Pcm.RATE);
        float[] samples = new float[2 * note];
        for (int i = 0; i < samples.length; i++) {
            double within = (double) (i % note) / note;
            double pitch = i < note ? first : second;
            // each note swells and fades, since an edge would be a click
            double size = LOUDNESS * Math.sin(Math.PI * within);
            samples[i] = (float) (size * Math.sin(2 * Math.PI * pitch * i / Pcm.RATE));
        }
        return Pcm.of(samples);
    }

    /// Plays it, and waits until it is over. Without a device nothing is heard.
    ///
    /// @throws InterruptedException when the calling thread is interrupted
    public void play(PlaybackDevice device) throws InterruptedException {
        try (Player player = new Player(sound(), device)) {
            player.play();
            while (player.state() instanceof PlayerState.Playing) {
                Thread.sleep(10);
            }
        }
    }
}
