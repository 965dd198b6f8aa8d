package io.hindsight.benchmarks.generator;

/**
 * What real postmortems look like: measured over 191 published ones (1,375 timeline entries, 518 action items). Lengths are in
 * characters. What those texts do not state (severities, how far the process came) is set by hand, and says so.
 */
final class Shape {
    static final Quantiles TIMELINE_ENTRIES = new Quantiles(0, 0, 2, 6, 11, 15, 18, 40, 45);
    static final Quantiles ACTION_ITEMS = new Quantiles(0, 0, 0, 2, 4, 6, 7, 21, 29);
    static final Quantiles FACTORS = new Quantiles(1, 1, 2, 3, 4, 7, 8, 10, 10);
    static final Quantiles WENT_WELL = new Quantiles(1, 1, 1, 1, 1, 2, 3, 3, 3);
    static final Quantiles WENT_BADLY = new Quantiles(1, 1, 1, 1, 3, 4, 6, 11, 11);
    static final Quantiles MINUTES_TO_RESOLUTION =
            new Quantiles(5, 25, 98, 516, 3_140, 16_520, 61_920, 695_966, 771_840);

    static final Quantiles TITLE = new Quantiles(8, 23, 32, 43, 54, 65, 75, 111, 127);
    static final Quantiles ENTRY = new Quantiles(2, 34, 52, 83, 154, 271, 454, 971, 4_295);
    static final Quantiles ITEM = new Quantiles(7, 45, 69, 105, 158, 243, 286, 580, 1_237);
    static final Quantiles FACTOR = new Quantiles(6, 32, 57, 77, 109, 204, 269, 389, 565);
    static final Quantiles POINT = new Quantiles(7, 35, 55, 81, 114, 177, 237, 353, 458);
    static final Quantiles OVERVIEW = new Quantiles(50, 157, 243, 391, 661, 1_254, 1_520, 4_125, 4_236);
    static final Quantiles WHAT_HAPPENED = new Quantiles(17, 171, 279, 596, 911, 1_457, 1_843, 9_716, 9_716);
    static final Quantiles RESOLUTION = new Quantiles(16, 71, 124, 237, 414, 793, 1_159, 3_964, 3_964);
    static final Quantiles IMPACT = new Quantiles(38, 64, 107, 184, 286, 789, 1_269, 4_635, 4_635);
    static final Quantiles DETECTION = new Quantiles(8, 34, 69, 130, 192, 303, 518, 614, 614);
    static final Quantiles TRIGGER = new Quantiles(13, 32, 33, 76, 118, 221, 382, 382, 382);
    static final Quantiles LESSONS = new Quantiles(1, 77, 123, 242, 465, 879, 2_339, 6_727, 6_727);
    static final Quantiles LUCKY = new Quantiles(17, 17, 64, 123, 189, 321, 694, 712, 712);

    /** Shares of the postmortems that have the section at all. */
    static final double HAS_OVERVIEW = 161 / 191.0;

    static final double HAS_WHAT_HAPPENED = 52 / 191.0;
    static final double HAS_RESOLUTION = 98 / 191.0;
    static final double HAS_IMPACT = 61 / 191.0;
    static final double HAS_DETECTION = 52 / 191.0;
    static final double HAS_TRIGGER = 13 / 191.0;
    static final double HAS_LESSONS = 52 / 191.0;
    static final double HAS_LUCKY = 37 / 191.0;
    static final double HAS_FACTORS = 72 / 191.0;
    static final double HAS_WENT_WELL = 45 / 191.0;
    static final double HAS_WENT_BADLY = 51 / 191.0;

    /** Shares of the timeline entries and action items that name a link. */
    static final double ENTRY_HAS_LINK = 169 / 1_375.0;

    static final double ITEM_HAS_LINK = 158 / 518.0;

    /** By hand, of a hundred: SEV-1 to SEV-5. */
    static final int[] SEVERITIES = {15, 35, 35, 10, 5};

    /** By hand, of a hundred, in the order of {@code io.hindsight.words.Status}: draft, in review, reviewed, closed, waived. */
    static final int[] STATUSES = {15, 10, 5, 65, 5};

    /** By hand: how long before the end of the period incidents may begin, evenly. */
    static final int DAYS = 730;

    private Shape() {}
}
