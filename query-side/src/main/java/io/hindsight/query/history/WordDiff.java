package io.hindsight.query.history;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Texts compared word by word. The time this takes grows with the square of what differs, so all texts of one answer share what
 * two of {@value #MOST} words would take: what is too long for what is left is compared line by line, or else as a whole.
 */
final class WordDiff {
    private static final int MOST = 8_000;
    /** Between a word and what separates it from the next: putting the parts together gives the text again. */
    private static final Pattern WORDS = Pattern.compile("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");

    private static final Pattern LINES = Pattern.compile("(?<=\\n)");

    private long left = (long) MOST * MOST;

    /** What became of a stretch of text. */
    enum Op {
        SAME,
        REMOVED,
        ADDED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A stretch of text: those that are the same or removed make the text before, those the same or added the one after. */
    record TextRun(Op op, String text) {}

    List<TextRun> of(String before, String after) {
        for (Pattern parts : List.of(WORDS, LINES)) {
            List<String> old = List.of(parts.split(before));
            List<String> now = List.of(parts.split(after));
            long cost = (long) old.size() * now.size();
            if (cost <= left) {
                left -= cost;
                return runs(old, now);
            }
        }
        return List.of(new TextRun(Op.REMOVED, before), new TextRun(Op.ADDED, after));
    }

    private static List<TextRun> runs(List<String> before, List<String> after) {
        List<AbstractDelta<String>> deltas = DiffUtils.diff(
                        before, after, new MyersDiffWithLinearSpace<String>(), null, true)
                .getDeltas();
        List<TextRun> runs = new ArrayList<>();
        List<String> removed = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (AbstractDelta<String> delta : deltas) {
            if (delta.getType() == DeltaType.EQUAL) {
                add(runs, Op.REMOVED, removed);
                add(runs, Op.ADDED, added);
                add(runs, Op.SAME, new ArrayList<>(delta.getSource().getLines()));
            } else {
                removed.addAll(delta.getSource().getLines());
                added.addAll(delta.getTarget().getLines());
            }
        }
        add(runs, Op.REMOVED, removed);
        add(runs, Op.ADDED, added);
        return runs;
    }

    /** Says in one run what was gathered, and begins to gather anew. */
    private static void add(List<TextRun> runs, Op op, List<String> parts) {
        String text = String.join("", parts);
        if (!text.isEmpty()) {
            runs.add(new TextRun(op, text));
        }
        parts.clear();
    }
}
