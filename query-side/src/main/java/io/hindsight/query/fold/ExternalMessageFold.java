package io.hindsight.query.fold;

import io.hindsight.events.EventMetadata;
import io.hindsight.events.ExternalMessageEvent;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageApproved;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDeclined;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDrafted;
import io.hindsight.events.ExternalMessageEvent.ExternalMessagePosted;
import io.hindsight.query.fold.PostmortemDocument.Approval;
import io.hindsight.query.fold.PostmortemDocument.Declining;
import io.hindsight.query.fold.PostmortemDocument.ExternalMessage;
import io.hindsight.query.fold.PostmortemDocument.Posting;
import java.util.List;

/** One message; an edit begins it anew, without approval. */
final class ExternalMessageFold {
    private static final ExternalMessage NOTHING =
            new ExternalMessage(MessageStatus.DRAFTED, null, null, null, null, null, null, null, List.of());

    private ExternalMessageFold() {}

    static void fold(DocumentEdit edit, ExternalMessageEvent event, RecordedEvent recorded) {
        ExternalMessage before = edit.externalMessage == null ? NOTHING : edit.externalMessage;
        if (event instanceof ExternalMessageDrafted drafted) {
            List<Posting> earlier = before.posted() == null
                    ? before.earlierPostings()
                    : Parts.with(before.earlierPostings(), before.posted());
            edit.externalMessage = drafted.text().isEmpty() && earlier.isEmpty() ? null : drafted(drafted, earlier);
        } else if (event instanceof ExternalMessageApproved approved) {
            Approval approval =
                    new Approval(approved.text(), approved.contentVersion(), recorded.happenedAt(), recorded.person());
            edit.externalMessage = with(before, MessageStatus.APPROVED, approval, null, null);
        } else if (event instanceof ExternalMessagePosted posted) {
            Posting posting = new Posting(posted.text(), Utc.of(posted.postedAt()), posted.url(), recorded.person());
            edit.externalMessage = with(before, MessageStatus.POSTED, before.approved(), posting, null);
        } else if (event instanceof ExternalMessageDeclined) {
            Declining declining =
                    new Declining(recorded.happenedAt(), recorded.person(), recorded.text(EventMetadata.REASON));
            edit.externalMessage = with(before, MessageStatus.DECLINED, null, null, declining);
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }

    private static ExternalMessage drafted(ExternalMessageDrafted drafted, List<Posting> earlier) {
        return new ExternalMessage(
                MessageStatus.DRAFTED,
                drafted.summary(),
                drafted.whatHappened(),
                drafted.whatWeAreDoing(),
                drafted.apology(),
                null,
                null,
                null,
                earlier);
    }

    private static ExternalMessage with(
            ExternalMessage message, MessageStatus status, Approval approved, Posting posted, Declining declined) {
        return new ExternalMessage(
                status,
                message.summary(),
                message.whatHappened(),
                message.whatWeAreDoing(),
                message.apology(),
                approved,
                posted,
                declined,
                message.earlierPostings());
    }
}
