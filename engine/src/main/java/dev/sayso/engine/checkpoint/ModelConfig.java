package dev.sayso.engine.checkpoint;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `config.json` says of a model: every size and the ids of the audio tokens.
///
/// Component names follow the file's keys. All values have been checked: positive, divisible where
/// they must be, and small enough that sums and products of two of them that the engine forms fit
/// into an `int`.
///
/// @param audioStartId the token before the audio, `audio_start_token_id`
/// @param audioEndId the token after it, `audio_end_token_id`
/// @param audioTokenId the token whose place an audio token takes, `audio_token_id`
/// @param languages English names of the languages it writes, `support_languages`; empty when the
///     file does not say
/// @param aligner what only a forced aligner has; null for a model that writes
public record ModelConfig(
        Encoder encoder,
        Decoder decoder,
        int audioStartId,
        int audioEndId,
        int audioTokenId,
        List<String> languages,
        @Nullable Aligner aligner) {

    /// Copies the list.
    public ModelConfig {
        languages = List.copyOf(languages);
    }

    /// Rows of the output head: a score for each token, or for each time of an aligner.
    public int headRows() {
        return aligner == null ? decoder.vocabSize() : aligner.classes();
    }

    /// The audio encoder, `audio_config`.
    ///
    /// @param dModel width, even
    /// @param layers `encoder_layers`
    /// @param heads `encoder_attention_heads`, a divisor of the width
    /// @param ffnDim width inside the feed-forward part, `encoder_ffn_dim`
    /// @param outputDim width of what it gives, the decoder's
    /// @param melBins rows of the spectrogram, `num_mel_bins`
    /// @param convChannels channels of the convolutions, `downsample_hidden_size`
    /// @param nWindow half a chunk, in frames
    /// @param nWindowInfer an attention window, in frames; at least a chunk
    public record Encoder(
            int dModel,
            int layers,
            int heads,
            int ffnDim,
            int outputDim,
            int melBins,
            int convChannels,
            int nWindow,
            int nWindowInfer) {

        /// Width of one head.
        public int headDim() {
            return dModel / heads;
        }

        /// Frames of a chunk, on which the convolutions work (100, 1 s).
        public int chunkFrames() {
            return 2 * nWindow;
        }

        /// Audio tokens of a whole chunk (13).
        public int tokensPerChunk() {
            return tokensOf(chunkFrames());
        }

        /// Audio tokens of an attention window (104, 8 s): as many whole chunks as fit.
        public int tokensPerWindow() {
            return tokensPerChunk() * (nWindowInfer / chunkFrames());
        }

        /// Width of what the convolutions give for one token: channels × remaining rows, the row
        /// running fastest.
        public int stemWidth() {
            return convChannels * tokensOf(melBins);
        }

        /// What three convolutions of stride 2 and padding 1 leave of a length: audio tokens of a
        /// chunk's frames, or rows of the spectrogram's.
        ///
        /// @param frames not negative
        public static int tokensOf(int frames) {
            int length = frames;
            for (int i = 0; i < 3; i++) {
                length = (length + 1) / 2;
            }
            return length;
        }
    }

    /// The text decoder, `text_config`.
    ///
    /// @param hiddenSize width
    /// @param intermediateSize width inside the feed-forward part
    /// @param layers `num_hidden_layers`
    /// @param heads query heads, `num_attention_heads`
    /// @param kvHeads key and value heads, `num_key_value_heads`; a divisor of the query heads
    /// @param headDim width of one head, even; heads × this need not be the width
    /// @param vocabSize rows of the embeddings; the tokenizer may use fewer
    /// @param rmsNormEps added under the root
    /// @param ropeTheta base of the rotary positions
    /// @param maxPositions `max_position_embeddings`
    /// @param tied whether the embeddings serve as output head, too
    public record Decoder(
            int hiddenSize,
            int intermediateSize,
            int layers,
            int heads,
            int kvHeads,
            int headDim,
            int vocabSize,
            float rmsNormEps,
            double ropeTheta,
            int maxPositions,
            boolean tied) {}

    /// The forced aligner's additions: its head does not score tokens but times.
    ///
    /// @param classes rows of the head, `classify_num`
    /// @param timestampId the token at whose place a time is read, `timestamp_token_id`
    /// @param segmentMillis the time between one class and the next, `timestamp_segment_time`
    public record Aligner(int classes, int timestampId, int segmentMillis) {}
}
