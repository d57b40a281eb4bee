package dev.sayso.engine.audio;

import java.time.Duration;

/// Frames to segments of speech.
///
/// *Voiced* frames are periodic and above the noise; seven in a row carry speech. Consonants are
/// not voiced: what is above the noise within 300 ms before and after belongs to them, over gaps as
/// long as the closure of a stop. Such a stretch becomes a segment when there is enough
/// [VoiceEvidence] and ends when the pause has lasted.
final class Endpointer implements FrameAnalysis.Judge {

    /// Least activity of a voiced frame; of any other in a steady noise; and in a restless one.
    private static final float VOICED_ACTIVITY = 0.015f;

    private static final float LEAST_ACTIVITY = 0.03f;
    private static final float RESTLESS_ACTIVITY = 0.08f;

    /// From what periodicity on a frame is voiced, which noise at the floor does not reach; and how
    /// much more a frame of full activity must show, since it could be a knock or sudden noise.
    private static final float VOICED = 0.17f;

    private static final float VOICED_MORE = 0.4f;

    private static final int SHORTEST_VOICED = 7;

    /// In frames.
    private static final int LONGEST_CONSONANT = 30;

    private static final int LONGEST_CLOSURE = 12;

    /// What is not yet a segment is given up after a pause of this.
    private static final int LONGEST_WAIT = 50;

    /// How far back a segment may start when it opens.
    private static final int LONGEST_DOUBT = 200;

    /// How long a voice is remembered.
    private static final int TRUST = 1000;

    private final SpeechDetector.Listener listener;
    private final VoiceEvidence voice;
    private final int evidenceNeeded;
    private final int pause;
    private final int shortest;
    private final long before;
    private final long after;

    private long frame;
    private float restlessness;
    private int voicedRun;

    /// The last frame that belongs to a voice, plus one.
    private long voicedEnd;

    /// Where the stretch of activity began that the last active frame belongs to, and its end.
    private long activeStart;

    private long activeEnd = -LONGEST_CLOSURE - 1;

    /// Speech that is going on or may be, in frames; none while `end` is 0.
    private long start;

    private long end;
    private boolean open;
    private long trustedUntil;

    /// In samples.
    private long lastEnd;

    Endpointer(SpeechDetector.Settings settings, SpeechDetector.Listener listener) {
        this.listener = listener;
        double shift = settings.sensitivity() - 0.5;
        voice = new VoiceEvidence((float) (0.6 - 0.4 * shift));
        evidenceNeeded = (int) Math.round(8 - 8 * shift);
        pause = frames(settings.pause());
        shortest = frames(settings.shortestSpeech());
        before = (long) frames(settings.before()) * FrameAnalysis.HOP;
        after = (long) frames(settings.after()) * FrameAnalysis.HOP;
    }

    private static int frames(Duration time) {
        return (int) Math.round(time.toNanos() / 1e7);
    }

    boolean inSpeech() {
        return open;
    }

    @Override
    public void judge(float activity, float periodicity, float steadiness) {
        boolean voiced =
                activity > VOICED_ACTIVITY && periodicity > VOICED + VOICED_MORE * activity;
        voicedRun = voiced ? voicedRun + 1 : 0;
        boolean afterVoice = open || frame < trustedUntil;
        int evidence = voice.accept(voiced ? periodicity : 0, steadiness, afterVoice);
        boolean active = voiced || activity > unvoicedThreshold(activity, periodicity);
        if (active) {
            if (frame - activeEnd > LONGEST_CLOSURE) {
                activeStart = frame;
            }
            activeEnd = frame + 1;
        }
        extend(active);
        frame++;
        if (end != 0 && !open) {
            consider(evidence);
        } else if (open && frame - end >= pause && !mayGoOn()) {
            close(Long.MAX_VALUE);
        }
    }

    private void extend(boolean active) {
        if (voicedRun >= SHORTEST_VOICED) {
            if (end == 0) {
                start = Math.max(activeStart, frame + 1 - voicedRun - LONGEST_CONSONANT);
            }
            end = frame + 1;
            voicedEnd = end;
        } else if (active && end != 0) {
            boolean near = frame - voicedEnd < LONGEST_CONSONANT;
            if (near && frame - end <= LONGEST_CLOSURE) {
                end = frame + 1;
            }
        }
    }

    /// Twice what the noise itself reaches on average, within limits.
    private float unvoicedThreshold(float activity, float periodicity) {
        if (periodicity < VOICED && activity < 2 * RESTLESS_ACTIVITY) {
            restlessness += 0.02f * (activity - restlessness);
        }
        return Math.clamp(2 * restlessness, LEAST_ACTIVITY, RESTLESS_ACTIVITY);
    }

    private void consider(int evidence) {
        if (evidence >= evidenceNeeded && end - start >= shortest) {
            open = true;
            long from = Math.max(start, frame - LONGEST_DOUBT);
            listener.speechStarted(Math.max(lastEnd, from * FrameAnalysis.HOP - before));
        } else if (frame - end > LONGEST_WAIT) {
            end = 0;
        }
    }

    /// Whether something began within the pause that may turn out to be a word.
    private boolean mayGoOn() {
        return activeStart >= end
                && activeStart - end < pause
                && frame - activeEnd <= LONGEST_CLOSURE
                && frame - activeStart < LONGEST_CONSONANT + SHORTEST_VOICED;
    }

    private void close(long soundEnd) {
        lastEnd = Math.min(soundEnd, end * FrameAnalysis.HOP + after);
        trustedUntil = end + TRUST;
        end = 0;
        open = false;
        listener.speechEnded(lastEnd);
    }

    /// Ends what is open.
    ///
    /// @param soundEnd number of samples heard
    void finish(long soundEnd) {
        if (open) {
            close(soundEnd);
        }
    }
}
