package dev.sayso.engine;

/// Says, while sound arrives, where somebody speaks.
interface SpeechFinder {

    /// Told where speech begins and ends, in samples from the beginning of the stream.
    interface Listener {

        /// Speech begins at a sample, some time ago.
        void speechStarted(long sample);

        /// Speech ended at a sample, a pause ago.
        void speechEnded(long sample);
    }

    /// Hears the next samples.
    void accept(float[] samples, int count);

    /// Nothing more comes; speech that goes on ends.
    void finish();

    /// One that takes all sound for speech.
    static SpeechFinder everything(Listener listener) {
        return new SpeechFinder() {
            private boolean started;

            @Override
            public void accept(float[] samples, int count) {
                if (!started) {
                    started = true;
                    listener.speechStarted(0);
                }
            }

            @Override
            public void finish() {}
        };
    }
}
