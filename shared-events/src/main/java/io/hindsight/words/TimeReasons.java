package io.hindsight.words;

/**
 * Why a recorded time in severity is not the one that the timeline gives, by the figure that each explains (rule {@code
 * impact.time-in-severity}); null where nobody said why.
 */
public record TimeReasons(String timeInSev1, String timeInSev2) {
    public static final TimeReasons NONE = new TimeReasons(null, null);
}
