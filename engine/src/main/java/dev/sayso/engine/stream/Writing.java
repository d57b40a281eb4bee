package dev.sayso.engine.stream;

import dev.sayso.engine.text.Runaway;
import java.util.Arrays;

/// An answer while it is written: prefix and new tokens, up to a limit and out of every loop.
final class Writing {

    /// Why there are no more tokens.
    enum Ending {
        /// The model said so.
        STOP,
        /// There were as many new tokens as were allowed.
        LIMIT,
        /// The answer had fallen into a loop. One period of it is kept, or the prefix if that
        /// reaches further.
        LOOP
    }

    private final int[] tokens;
    private final int prefix;
    private final Runaway runaway = new Runaway();
    private int count;
    private Ending ending = Ending.STOP;

    /// @param most new tokens at most, at least 1
    Writing(int[] prefix, int most) {
        this.tokens = Arrays.copyOf(prefix, prefix.length + most);
        this.prefix = prefix.length;
        this.count = prefix.length;
        for (int token : prefix) {
            runaway.accept(token);
        }
    }

    /// Whether another token may come.
    boolean isOpen() {
        return ending == Ending.STOP;
    }

    /// Takes a new token.
    ///
    /// @return whether another one may come
    boolean accept(int token) {
        tokens[count++] = token;
        if (runaway.accept(token)) {
            count = Math.max(prefix, count - runaway.surplus());
            ending = Ending.LOOP;
        } else if (count == tokens.length) {
            ending = Ending.LIMIT;
        }
        return isOpen();
    }

    /// Prefix and new tokens.
    int[] tokens() {
        return Arrays.copyOf(tokens, count);
    }

    /// Why there are no more.
    Ending ending() {
        return ending;
    }
}
