package io.hindsight.benchmarks.generator;

import java.util.random.RandomGenerator;

/**
 * A distribution by its quantiles, straight lines between them.
 *
 * @param values the least, then 10 %, 25 %, 50 %, 75 %, 90 %, 95 % and 99 % of all are no larger than these, then the largest
 */
record Quantiles(int... values) {
    private static final double[] SHARES = {0, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95, 0.99, 1};

    Quantiles {
        if (values.length != SHARES.length) {
            throw new IllegalArgumentException("Give " + SHARES.length + " values, not " + values.length);
        }
    }

    int draw(RandomGenerator random) {
        double share = random.nextDouble();
        int next = 1;
        while (share >= SHARES[next]) {
            next++;
        }
        double within = (share - SHARES[next - 1]) / (SHARES[next] - SHARES[next - 1]);
        return (int) Math.round(values[next - 1] + within * (values[next] - values[next - 1]));
    }
}
