package dev.sayso.engine;

import dev.sayso.engine.audio.Pcm;
import dev.sayso.engine.stream.Caches;
import dev.sayso.engine.stream.Echo;
import dev.sayso.engine.stream.Overlap;
import dev.sayso.engine.stream.RoundDecoder;
import dev.sayso.engine.stream.Utterance;
import dev.sayso.engine.stream.Work;
import dev.sayso.engine.text.AsrOutput;
import dev.sayso.engine.text.Prompt;
import dev.sayso.engine.text.Tokenizer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Utterance after utterance to committed and tentative text.
final class UtteranceWriter {

    private final RoundDecoder decoder;
    private final Tokenizer tokenizer;
    private final StreamOptions options;
    private final Costs costs = new Costs();
    private final TranscriptWriter writer;
    private final StreamListener listener;
    private final Prompt prompt;
    private final Prompt bare;
    private final Echo echo;
    private final @Nullable String forced;
    private final Utterance.Rules rules;

    private Utterance utterance;
    private boolean atSeam;

    /// Whether something of it is committed, and how many characters are that or only repeat what
    /// was committed before.
    private boolean begun;

    private int committed;

    /// Where in the stream the last committed text came from, where the last round ended, and the
    /// one before it.
    private long said;

    private long heard;
    private long heardBefore;
    private Work told = Work.none();

    UtteranceWriter(
            StretchDecoder decoder,
            Caches caches,
            Hints hints,
            StreamOptions options,
            TranscriptWriter writer,
            StreamListener listener) {
        this.decoder = decoder.rounds(caches, costs);
        this.tokenizer = decoder.tokenizer();
        this.options = options;
        this.writer = writer;
        this.listener = listener;
        this.prompt = decoder.prompt(hints, null);
        this.bare = decoder.prompt(hints.withContext(""), null);
        this.echo = new Echo(hints.context());
        this.forced = StretchDecoder.forced(hints);
        boolean conditioned = hints.pastText() != PastText.NO;
        this.rules = new Utterance.Rules(prompt, conditioned, options.mostNewTokens());
        this.utterance = new Utterance(this.decoder, tokenizer, rules);
    }

    /// What all utterances together cost.
    ///
    /// @param audio length of the stream
    Transcript.Timings timings(Duration audio) {
        return costs.timings(audio);
    }

    /// Begins an utterance.
    ///
    /// @param start where in the stream
    /// @param cut whether the one before it was cut off there
    void open(long start, boolean cut) {
        utterance = new Utterance(decoder, tokenizer, rules);
        atSeam = cut;
        begun = false;
        committed = 0;
        said = Math.max(said, start);
        heard = start;
        heardBefore = start;
    }

    /// Whether more rounds of the utterance would be of no use.
    boolean isLost() {
        return utterance.isLost();
    }

    /// A round.
    ///
    /// @param sound all of the utterance
    /// @param end where in the stream it ends
    void hear(Pcm sound, long end) throws InterruptedException {
        long clock = System.nanoTime();
        long before = heard;
        int standing = utterance.settled();
        utterance.hear(sound);
        heardBefore = heard;
        heard = end;
        int[] tokens = utterance.tokens();
        Answer all = answer(tokens, tokens.length);
        Answer settled = answer(tokens, utterance.settled());
        Language language = language(all);
        writer.tell(language);
        skipOverlap(all.text());
        int shown = committed;
        if (!echo.suspects(rest(settled.text()))) {
            int boundary = CommitPolicy.boundary(settled.text(), committed);
            if (boundary > committed) {
                commit(settled.text().substring(committed, boundary), heardBefore, language);
                committed = boundary;
            }
        }
        writer.show(echo.suspects(rest(all.text())) ? "" : rest(all.text()));
        account(clock, before, false, tokens.length, tokens.length - standing, committed - shown);
    }

    /// The last decoding of the utterance; all its text is committed.
    ///
    /// @param sound all of the utterance
    /// @param end where in the stream it ends
    void finish(Pcm sound, long end) throws InterruptedException {
        long clock = System.nanoTime();
        int most = options.mostFinalTokens();
        if (most == 0) {
            most = StretchDecoder.mostTokens(sound.seconds());
        }
        int[] tokens = utterance.whole(sound, prompt, most);
        if (echo.suspects(rest(complete(tokens)))) {
            int[] without = utterance.whole(sound, bare, most);
            if (!Echo.confirms(rest(complete(without)), rest(complete(tokens)))) {
                tokens = without;
            }
        }
        Language language = language(answer(tokens, tokens.length));
        String text = complete(tokens);
        skipOverlap(text);
        String rest = rest(text);
        if (!rest.isEmpty()) {
            writer.tell(language);
            commit(rest, end, language);
        }
        writer.show("");
        long before = heard;
        heard = Math.max(heard, end);
        account(
                clock,
                before,
                true,
                tokens.length,
                tokens.length - utterance.settled(),
                rest.length());
    }

    private void commit(String more, long end, @Nullable Language language) {
        begun = true;
        long from = said;
        said = Math.max(said + 1, end);
        writer.commit(
                more.strip(), LiveTranscription.time(from), LiveTranscription.time(said), language);
    }

    private String rest(String text) {
        return text.substring(Math.min(committed, text.length())).strip();
    }

    /// The words after a seam may be those before it.
    private void skipOverlap(String text) {
        if (atSeam && !begun) {
            committed = Overlap.length(writer.text(), text);
        }
    }

    private Answer answer(int[] tokens, int count) {
        Answer answer = new Answer(tokenizer, forced);
        for (int i = 0; i < count; i++) {
            answer.accept(tokens[i]);
        }
        return answer;
    }

    /// The text of a whole answer, without runaway repetitions as far as they are not committed.
    private String complete(int[] tokens) {
        String shown = answer(tokens, tokens.length).complete();
        AsrOutput output = answer(tokens, tokens.length).finish();
        boolean agrees =
                output.text().startsWith(shown.substring(0, Math.min(committed, shown.length())));
        return agrees ? output.text() : shown;
    }

    private static @Nullable Language language(Answer answer) {
        return answer.language().flatMap(Language::find).orElse(null);
    }

    private void account(
            long clock, long from, boolean ended, int tokens, int newTokens, int characters) {
        Work now = decoder.work();
        Work work = now.since(told);
        told = now;
        costs.addEncoder(work.encoded(), 0);
        costs.addPrompt(work.read(), 0);
        costs.addSteps(work.steps(), work.stepBytes());
        costs.addNewTokens(newTokens);
        listener.roundDone(
                new StreamRound(
                        LiveTranscription.time(heard),
                        LiveTranscription.time(heard - from),
                        ended,
                        Duration.ofNanos(System.nanoTime() - clock),
                        tokens,
                        newTokens,
                        work.drafted(),
                        work.accepted(),
                        work.steps(),
                        work.read(),
                        work.reused(),
                        work.windows(),
                        work.encoded(),
                        characters));
    }
}
