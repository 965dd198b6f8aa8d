package io.hindsight.query.fold;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.events.DeadlineEvent.DeadlinesSet;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageApproved;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDeclined;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDrafted;
import io.hindsight.events.ExternalMessageEvent.ExternalMessagePosted;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;
import io.hindsight.events.PostmortemEvent;
import io.hindsight.events.ResponderEvent.ResponderAdded;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;
import io.hindsight.events.RestrictionEvent.RestrictionLifted;
import io.hindsight.query.Events;
import io.hindsight.query.fold.PostmortemDocument.Approval;
import io.hindsight.query.fold.PostmortemDocument.ExternalMessage;
import io.hindsight.query.fold.PostmortemDocument.Obligation;
import io.hindsight.query.fold.PostmortemDocument.Posting;
import io.hindsight.words.ObligationKind;
import io.hindsight.words.ResponderRole;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExternalMessageFoldTest {
    private static final ExternalMessageDrafted DRAFT =
            new ExternalMessageDrafted("Slow search", null, null, "Sorry", false);
    private static final ExternalMessageApproved APPROVED = new ExternalMessageApproved(2, "Slow search\n\nSorry");
    private static final ExternalMessagePosted POSTED = new ExternalMessagePosted(
            "Slow search\n\nSorry", OffsetDateTime.parse("2026-03-02T11:00:00+01:00"), "https://status.example/1");

    @Test
    void a_message_that_nobody_wrote_is_not_there() {
        assertThat(Events.folded(Events.opened()).externalMessage()).isNull();
    }

    @Test
    void a_message_is_drafted_approved_and_posted() {
        assertThat(message(DRAFT).status()).isEqualTo(MessageStatus.DRAFTED);
        assertThat(message(DRAFT).text()).isEqualTo("Slow search\n\nSorry");
        assertThat(message(DRAFT, APPROVED).approved())
                .isEqualTo(new Approval("Slow search\n\nSorry", 2, Events.START.plusSeconds(120), "ana"));
        ExternalMessage posted = message(DRAFT, APPROVED, POSTED);
        assertThat(posted.status()).isEqualTo(MessageStatus.POSTED);
        assertThat(posted.approved()).isNotNull();
        assertThat(posted.posted())
                .isEqualTo(new Posting("Slow search\n\nSorry", Events.START, "https://status.example/1", "ana"));
    }

    @Test
    void an_edit_begins_it_anew() {
        ExternalMessage edited =
                message(DRAFT, APPROVED, POSTED, new ExternalMessageDrafted("Slow", null, null, null, true));

        assertThat(edited.status()).isEqualTo(MessageStatus.DRAFTED);
        assertThat(edited.approved()).isNull();
        assertThat(edited.posted()).isNull();
    }

    @Test
    void a_message_that_is_taken_away_is_not_there() {
        assertThat(message(DRAFT, new ExternalMessageDrafted(null, null, null, null, false)))
                .isNull();
    }

    @Test
    void one_that_is_not_needed_keeps_what_was_written() {
        assertThat(message(new ExternalMessageDeclined()).status()).isEqualTo(MessageStatus.DECLINED);
        ExternalMessage declined = message(DRAFT, APPROVED, new ExternalMessageDeclined());
        assertThat(declined.summary()).isEqualTo("Slow search");
        assertThat(declined.approved()).isNull();
        assertThat(declined.declined().by()).isEqualTo("ana");
    }

    @Test
    void the_customer_liaison_posts_it_else_the_owner_and_posting_it_is_the_end_of_that() {
        DeadlinesSet owed = new DeadlinesSet(
                List.of(Events.due(ObligationKind.POST_EXTERNAL_MESSAGE, null, "2026-03-04T00:00:00Z")));
        assertThat(obligation(new OwnerAssigned("ben"), owed).assignee()).isEqualTo("ben");
        ResponderAdded liaison = new ResponderAdded("lea", ResponderRole.CUSTOMER_LIAISON);
        assertThat(obligation(new OwnerAssigned("ben"), owed, liaison).assignee())
                .isEqualTo("lea");
        assertThat(obligation(new OwnerAssigned("ben"), owed, POSTED).doneAt()).isNotNull();
    }

    @Test
    void what_is_owed_on_a_restricted_postmortem_falls_only_to_those_who_may_know_of_it() {
        DeadlinesSet owed = new DeadlinesSet(List.of(
                Events.due(ObligationKind.POST_EXTERNAL_MESSAGE, null, "2026-03-04T00:00:00Z"),
                Events.due(ObligationKind.ACTION_ITEM, "a1", "2026-03-04T00:00:00Z")));
        PostmortemEvent liaison = new ResponderAdded("lea", ResponderRole.CUSTOMER_LIAISON);
        PostmortemEvent other = new ResponderAdded("max", ResponderRole.CUSTOMER_LIAISON);
        PostmortemEvent item = Events.item("a1", "zoe");
        PostmortemEvent owner = new OwnerAssigned("ben");

        assertThat(assignees(owner, liaison, other, item, owed)).containsExactly("lea", "zoe");
        assertThat(assignees(owner, liaison, other, item, owed, restricted("ana", "max", "ben")))
                .containsExactly("max", "ben");
        assertThat(assignees(owner, liaison, other, item, owed, restricted("ana", "cem")))
                .containsExactly("ana", "ana");
        assertThat(assignees(liaison, item, owed, restricted("zoe", "ana"))).containsExactly("zoe", "zoe");
        assertThat(assignees(owner, liaison, item, owed, restricted("ben"), new RestrictionLifted()))
                .containsExactly("lea", "zoe");
    }

    private static PostmortemRestricted restricted(String... people) {
        return new PostmortemRestricted(List.of(people));
    }

    private static List<String> assignees(PostmortemEvent... events) {
        return Events.folded(after(events)).obligations().stream()
                .map(Obligation::assignee)
                .toList();
    }

    private static ExternalMessage message(PostmortemEvent... events) {
        return Events.folded(after(events)).externalMessage();
    }

    private static Obligation obligation(PostmortemEvent... events) {
        return Events.folded(after(events)).obligations().get(0);
    }

    private static PostmortemEvent[] after(PostmortemEvent... events) {
        PostmortemEvent[] all = new PostmortemEvent[events.length + 1];
        all[0] = Events.opened();
        System.arraycopy(events, 0, all, 1, events.length);
        return all;
    }
}
