package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Hears a run and checks the laws that its events must keep.
final class EventLaws implements StreamListener {

    private final Thread caller = Thread.currentThread();
    private final List<TranscriptEvent> events = new ArrayList<>();
    private final List<StreamRound> rounds = new ArrayList<>();

    @Override
    public void accept(TranscriptEvent event) {
        assertThat(Thread.currentThread()).isSameAs(caller);
        events.add(event);
    }

    @Override
    public void roundDone(StreamRound round) {
        assertThat(Thread.currentThread()).isSameAs(caller);
        rounds.add(round);
    }

    List<TranscriptEvent> events() {
        return events;
    }

    List<StreamRound> rounds() {
        return rounds;
    }

    /// Checks them after the run.
    void check(Transcript transcript, String what) throws InterruptedException {
        List<Transcript.Segment> committed = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        Duration end = Duration.ZERO;
        Duration done = Duration.ZERO;
        for (TranscriptEvent event : events) {
            switch (event) {
                case TranscriptEvent.Committed(Transcript.Segment segment) -> {
                    assertThat(segment.text()).as(what).isNotEmpty();
                    assertThat(segment.text()).as(what).isEqualTo(segment.text().strip());
                    assertThat(segment.start()).as(what).isGreaterThanOrEqualTo(end);
                    assertThat(segment.end()).as(what).isGreaterThan(segment.start());
                    end = segment.end();
                    joined.append(Joint.between(joined, segment.text())).append(segment.text());
                    committed.add(segment);
                }
                case TranscriptEvent.Tentative(String text) ->
                        assertThat(text).as(what).isEqualTo(text.strip());
                case TranscriptEvent.LanguageDetected _ -> {}
                case TranscriptEvent.Progress(Duration now, Duration total) -> {
                    assertThat(now).as(what).isGreaterThanOrEqualTo(done);
                    assertThat(total.isZero() || total.equals(now)).as(what).isTrue();
                    done = now;
                }
            }
        }
        // nothing is retracted, and what was committed is all there is
        assertThat(transcript.segments()).as(what).isEqualTo(committed);
        assertThat(transcript.text()).as(what).isEqualTo(joined.toString());
        int before = events.size();
        Thread.sleep(20);
        assertThat(events).as(what).hasSize(before);
    }
}
