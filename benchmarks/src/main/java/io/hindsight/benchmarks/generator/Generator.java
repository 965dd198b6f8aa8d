package io.hindsight.benchmarks.generator;

import io.hindsight.benchmarks.generator.MadeUpPostmortem.Entry;
import io.hindsight.benchmarks.generator.MadeUpPostmortem.Item;
import io.hindsight.words.EntryKind;
import io.hindsight.words.Priority;
import io.hindsight.words.Section;
import io.hindsight.words.Severity;
import io.hindsight.words.Status;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes postmortems up: the same ones for the same seed and end, whoever asks for which of them in what order. */
public final class Generator {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int PEOPLE = 60;
    private static final int SERVICES = 25;
    /** Enough for the meeting and the reviews to lie in the past too. */
    private static final Duration BEFORE_THE_END = Duration.ofDays(10);

    private final long seed;
    private final Instant end;

    /** @param end the end of the two years in which the incidents are; not later than now, or some commands are refused */
    public Generator(long seed, Instant end) {
        this.seed = seed;
        this.end = end;
    }

    /** The requests that make the postmortem of that number what it is, in order. */
    public GeneratedRequests requests(int number) {
        return new GeneratedRequests(postmortem(number));
    }

    /** The postmortem of that number as a line for {@code POST /api/imports}, which knows of no process. */
    public String importLine(int number) {
        return GeneratedRecord.of(postmortem(number));
    }

    /** How far the postmortem of that number comes in the process by its requests. */
    public Status statusOf(int number) {
        return postmortem(number).status();
    }

    Stream<MadeUpPostmortem> postmortems(int count) {
        return IntStream.range(0, count).mapToObj(this::postmortem);
    }

    MadeUpPostmortem postmortem(int number) {
        return new Making(number).postmortem();
    }

    /** The making of one, from a source of randomness of its own. */
    private final class Making {
        private final int number;
        private final SplittableRandom random;
        private final MadeUpWords words;

        Making(int number) {
            this.number = number;
            random = new SplittableRandom(seed + SPREAD * (number + 1));
            words = new MadeUpWords(random);
        }

        MadeUpPostmortem postmortem() {
            Status status = Status.values()[oneOf(Shape.STATUSES)];
            boolean complete = status != Status.DRAFT && status != Status.WAIVED;
            OffsetDateTime startedAt = startedAt();
            // However long it took, it was over before the end.
            Duration longest = Duration.between(startedAt.toInstant(), end.minus(BEFORE_THE_END.dividedBy(2)));
            Duration took = Duration.ofMinutes(Shape.MINUTES_TO_RESOLUTION.draw(random));
            OffsetDateTime resolvedAt = startedAt.plus(took.compareTo(longest) < 0 ? took : longest);
            List<String> people = people();
            return new MadeUpPostmortem(
                    "made-up-" + number,
                    words.line(Shape.TITLE.draw(random)),
                    Severity.values()[oneOf(Shape.SEVERITIES)],
                    status,
                    startedAt,
                    resolvedAt,
                    "service-" + random.nextInt(SERVICES),
                    people,
                    entries(complete, startedAt, resolvedAt),
                    sections(complete),
                    has(complete ? 1 : Shape.HAS_FACTORS, Shape.FACTORS, () -> words.text(Shape.FACTOR.draw(random))),
                    has(Shape.HAS_WENT_WELL, Shape.WENT_WELL, () -> words.text(Shape.POINT.draw(random))),
                    has(Shape.HAS_WENT_BADLY, Shape.WENT_BADLY, () -> words.text(Shape.POINT.draw(random))),
                    has(1, Shape.ACTION_ITEMS, () -> item(status, people)));
        }

        private OffsetDateTime startedAt() {
            long last = Duration.ofDays(Shape.DAYS).minus(BEFORE_THE_END).toSeconds();
            return end.minus(Duration.ofDays(Shape.DAYS))
                    .plusSeconds(random.nextLong(last))
                    .atOffset(ZoneOffset.UTC);
        }

        private List<String> people() {
            return random.ints(0, PEOPLE)
                    .distinct()
                    .limit(4 + random.nextInt(3))
                    .mapToObj(person -> "person-" + person)
                    .toList();
        }

        private List<Entry> entries(boolean complete, OffsetDateTime startedAt, OffsetDateTime resolvedAt) {
            int count = Math.max(complete ? 2 : 0, Shape.TIMELINE_ENTRIES.draw(random));
            long seconds = Duration.between(startedAt, resolvedAt).toSeconds();
            List<Entry> entries = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                EntryKind kind = i == 0
                        ? EntryKind.INCIDENT_STARTED
                        : i == count - 1
                                ? EntryKind.INCIDENT_RESOLVED
                                : random.nextBoolean() ? EntryKind.OBSERVATION : EntryKind.ACTION;
                entries.add(new Entry(
                        startedAt.plusSeconds(count == 1 ? 0 : seconds * i / (count - 1)),
                        kind,
                        words.text(Shape.ENTRY.draw(random)),
                        chance(Shape.ENTRY_HAS_LINK) ? link("graphs") : null));
            }
            return entries;
        }

        private Map<Section, String> sections(boolean complete) {
            Map<Section, String> sections = new EnumMap<>(Section.class);
            section(sections, Section.OVERVIEW, complete ? 1 : Shape.HAS_OVERVIEW, Shape.OVERVIEW);
            section(sections, Section.WHAT_HAPPENED, complete ? 1 : Shape.HAS_WHAT_HAPPENED, Shape.WHAT_HAPPENED);
            section(sections, Section.RESOLUTION, complete ? 1 : Shape.HAS_RESOLUTION, Shape.RESOLUTION);
            section(sections, Section.IMPACT, complete ? 1 : Shape.HAS_IMPACT, Shape.IMPACT);
            section(sections, Section.DETECTION, Shape.HAS_DETECTION, Shape.DETECTION);
            section(sections, Section.TRIGGER, Shape.HAS_TRIGGER, Shape.TRIGGER);
            section(sections, Section.LESSONS_LEARNED, Shape.HAS_LESSONS, Shape.LESSONS);
            section(sections, Section.WHERE_WE_GOT_LUCKY, Shape.HAS_LUCKY, Shape.LUCKY);
            return sections;
        }

        private void section(Map<Section, String> sections, Section section, double share, Quantiles lengths) {
            if (chance(share)) {
                sections.put(section, words.text(lengths.draw(random)));
            }
        }

        private Item item(Status status, List<String> people) {
            boolean closed = status == Status.CLOSED;
            return new Item(
                    words.line(Shape.ITEM.draw(random)),
                    random.nextInt(3) == 0 ? Priority.P0 : Priority.P1,
                    people.get(random.nextInt(people.size())),
                    closed || chance(Shape.ITEM_HAS_LINK) ? link("tickets") : null,
                    closed && random.nextBoolean());
        }

        private String link(String host) {
            return "https://%s.example.com/%s/%d".formatted(host, words.word(), random.nextInt(100_000));
        }

        private <T> List<T> has(double share, Quantiles counts, Supplier<T> each) {
            IntSupplier count = () -> chance(share) ? counts.draw(random) : 0;
            return Stream.generate(each).limit(count.getAsInt()).toList();
        }

        private boolean chance(double share) {
            return random.nextDouble() < share;
        }

        /** The place in the list that a draw of one in a hundred falls to. */
        private int oneOf(int[] shares) {
            int drawn = random.nextInt(100);
            int place = 0;
            while (drawn >= shares[place]) {
                drawn -= shares[place++];
            }
            return place;
        }
    }
}
