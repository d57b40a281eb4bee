package dev.sayso.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// How far one model's choice of the next token is from another's, over many positions.
final class Divergence {

    private final List<Double> divergences = new ArrayList<>();
    private final Set<Integer> preferred = new HashSet<>();
    private int agreed;

    /// Counts a position.
    ///
    /// @param expected the scores of all tokens by the model that is right by definition
    /// @param found the other one's
    void add(float[] expected, float[] found) {
        preferred.add(best(expected));
        if (best(expected) == best(found)) {
            agreed++;
        }
        double expectedLog = logOfSum(expected);
        double foundLog = logOfSum(found);
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            double logP = expected[i] - expectedLog;
            double logQ = found[i] - foundLog;
            sum += Math.exp(logP) * (logP - logQ);
        }
        divergences.add(sum);
    }

    /// The token with the highest score, the first of equal ones.
    static int best(float[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    private static double logOfSum(float[] scores) {
        double most = scores[best(scores)];
        double sum = 0;
        for (float score : scores) {
            sum += Math.exp(score - most);
        }
        return most + Math.log(sum);
    }

    int positions() {
        return divergences.size();
    }

    /// The part of the positions where both prefer the same token.
    double agreement() {
        return (double) agreed / positions();
    }

    /// How many different tokens were right: where there are few, so are the independent positions.
    int tokens() {
        return preferred.size();
    }

    /// The mean Kullback-Leibler divergence of the found from the expected distribution, in nats.
    double mean() {
        return divergences.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    /// That which a part of the positions does not exceed, by nearest rank.
    double quantile(double part) {
        List<Double> sorted = new ArrayList<>(divergences);
        Collections.sort(sorted);
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }
}
