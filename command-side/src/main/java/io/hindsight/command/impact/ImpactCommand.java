package io.hindsight.command.impact;

import io.hindsight.command.decision.Command;
import io.hindsight.command.decision.Decision;
import io.hindsight.command.decision.Limits;
import io.hindsight.command.decision.Permission;
import io.hindsight.command.decision.Rule;
import io.hindsight.events.ImpactEvent.ImpactRecorded;
import io.hindsight.words.CustomFigure;
import io.hindsight.words.ImpactFigure;
import io.hindsight.words.ImpactFigures;
import io.hindsight.words.TimeReasons;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMin;

/** What can be done to the impact (rules {@code impact.*}). */
public sealed interface ImpactCommand extends Command {

    @Override
    default Permission permission() {
        return Permission.EDIT;
    }

    /**
     * Figures to change: one left out stays as it is, null makes it unknown again, which is not zero. The times in severity
     * follow from the timeline while nobody records them; who records another one says why (rule {@code
     * impact.time-in-severity}). The reason explains the times that the command names and that are not the timeline's, and stays
     * with each until it is changed or unknown again; two with a reason each are two commands, of one request or of two.
     */
    record FigureChanges(
            Optional<@DurationMin Duration> timeInSev1,
            Optional<@DurationMin Duration> timeInSev2,
            Optional<@PositiveOrZero Long> notificationsOutOfSla,
            Optional<@PositiveOrZero Long> eventsDropped,
            Optional<@PositiveOrZero Long> accountsAffected,
            Optional<@PositiveOrZero Long> usersAffected,
            Optional<@PositiveOrZero Long> supportRequests) {

        ImpactFigures applyTo(ImpactFigures before) {
            return new ImpactFigures(
                    changed(timeInSev1, before.timeInSev1()),
                    changed(timeInSev2, before.timeInSev2()),
                    changed(notificationsOutOfSla, before.notificationsOutOfSla()),
                    changed(eventsDropped, before.eventsDropped()),
                    changed(accountsAffected, before.accountsAffected()),
                    changed(usersAffected, before.usersAffected()),
                    changed(supportRequests, before.supportRequests()));
        }

        @SuppressWarnings("NullableOptional") // null is "left out", empty is "unknown again": what JSON tells apart
        private static <T> T changed(Optional<T> change, T before) {
            return change == null ? before : change.orElse(null);
        }
    }

    /**
     * The impact as it is known now.
     *
     * @param customFigures those that the policy adds, by id: one left out stays as it is, null makes it unknown again
     * @param supportLinks links to the support requests, all of them
     */
    record RecordImpact(
            @Valid FigureChanges figures,
            @Size(max = Limits.LIST)
                    Map<
                                    @Pattern(regexp = Limits.ID, message = Limits.ID_MESSAGE) String,
                                    @Digits(integer = 18, fraction = 6) @PositiveOrZero BigDecimal>
                            customFigures,
            @Size(max = Limits.LIST)
                    List<
                                    @NotNull @Pattern(regexp = Limits.WEB_URL, message = Limits.WEB_URL_MESSAGE)
                                    @Size(max = Limits.URL) String>
                            supportLinks)
            implements ImpactCommand {

        @Override
        public void decide(Decision decision) {
            Impact impact = decision.the(Impact.class);
            ImpactFigures known = figures == null ? impact.figures() : figures.applyTo(impact.figures());
            List<String> links = supportLinks == null ? impact.supportLinks() : supportLinks;
            List<CustomFigure> custom = custom(decision, impact.customFigures());
            TimeReasons reasons = TimeInSeverity.reasons(decision, figures, known);
            TimeInSeverity.warnOfNamed(decision, figures, known, reasons);
            if (known.equals(impact.figures())
                    && custom.equals(impact.customFigures())
                    && links.equals(impact.supportLinks())
                    && reasons.equals(impact.timeReasons())) {
                return;
            }
            decision.requireEditable();
            TimeInSeverity.requireReason(decision, known);
            decision.emit(new ImpactRecorded(known, custom, links, reasons));
        }

        /** One that the policy has dropped since can be made unknown, and stands as it was recorded until then. */
        private List<CustomFigure> custom(Decision decision, List<CustomFigure> before) {
            if (customFigures == null) {
                return before;
            }
            Map<String, CustomFigure> known = new LinkedHashMap<>();
            before.forEach(figure -> known.put(figure.id(), figure));
            Map<String, ImpactFigure> offered = new LinkedHashMap<>();
            decision.policy().impactFigures().forEach(figure -> offered.put(figure.id(), figure));
            customFigures.forEach((id, amount) -> {
                ImpactFigure figure = offered.get(id);
                if (amount == null) {
                    known.remove(id);
                } else if (figure == null) {
                    decision.require(false, Rule.IMPACT_FIGURES, unknown(id, offered.keySet()));
                } else {
                    known.put(id, new CustomFigure(id, figure.label(), figure.unit(), plain(amount)));
                }
            });
            return List.copyOf(known.values());
        }

        private static String unknown(String id, Set<String> offered) {
            return "The policy has no figure " + id + "; it has "
                    + (offered.isEmpty() ? "none of its own" : String.join(", ", offered))
                    + ": add it there first (change-impact-figures)";
        }

        /** The same number is the same figure, however it was written. */
        private static BigDecimal plain(BigDecimal amount) {
            return new BigDecimal(amount.stripTrailingZeros().toPlainString());
        }
    }

    /** What the rules find in the impact as it stands. */
    static void assess(Decision decision) {
        TimeInSeverity.assess(decision);
    }
}
