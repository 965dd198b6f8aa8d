package io.hindsight.command.decision;

import io.hindsight.words.Section;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What belongs in each section of the document, by default; the order is the document's. */
public final class Prompts {
    private static final Map<String, String> DEFAULT = new LinkedHashMap<>();

    static {
        say(
                Section.OVERVIEW,
                "Two or three sentences for somebody who was not there: what broke, for whom, for how long, and what ended it.");
        say(
                Section.WHAT_HAPPENED,
                "The story in order, as it looked to the people in it: what they saw, what they took it for, what they tried.");
        say(
                "contributing-factors",
                "Everything that made it possible, likely or worse. There is never one cause alone; ask of each how it came to be.");
        say(Section.TRIGGER, "What set it off then and not a day earlier: a change, a load, a date, an input.");
        say(
                Section.DETECTION,
                "How it was noticed, by whom or what, how long that took, and what would have noticed sooner.");
        say(
                Section.RESOLUTION,
                "What ended it for now, and what ends it for good. Name the temporary fixes that still have to be taken out.");
        say(
                Section.IMPACT,
                "What customers could not do, and for how long. Put numbers under figures; leave out what nobody measured rather than guess.");
        say("went-well", "What helped, so that it is kept: people, tools, habits, luck. Nothing here is fine too.");
        say(
                "went-badly",
                "What made it longer, larger or harder. Each point is answered by an action item, or by a note why not.");
        say(Section.LESSONS_LEARNED, "What is now known that was not before, put so that another team can use it.");
        say(Section.WHERE_WE_GOT_LUCKY, "What could as well have gone the other way, and would have made it worse.");
        say(
                "timeline",
                "What happened when, from the first cause to the end, each entry with a link to where the time is from.");
        say("responders", "Who took part, and in which role.");
        say("recording", "The link to the recording of the call.");
        say(
                "action-items",
                "Only what will really be done. Each has an owner, a priority and a ticket, and says how one will know that it is done.");
        say(
                "internal-emails",
                "That there was an incident, at once; what came of the review, right after the meeting.");
        say(
                "external-message",
                "For customers: a summary, what happened, what is being done about it, and an apology. No names, no jargon.");
    }

    private Prompts() {}

    static Map<String, String> byDefault() {
        return Collections.unmodifiableMap(DEFAULT);
    }

    /** Whether the document has a section of this name. */
    public static boolean has(String section) {
        return DEFAULT.containsKey(section);
    }

    private static void say(Object section, String prompt) {
        DEFAULT.put(section.toString(), prompt);
    }
}
