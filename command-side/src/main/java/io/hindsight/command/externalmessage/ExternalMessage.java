package io.hindsight.command.externalmessage;

import io.hindsight.command.decision.Part;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageApproved;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDeclined;
import io.hindsight.events.ExternalMessageEvent.ExternalMessageDrafted;
import io.hindsight.events.ExternalMessageEvent.ExternalMessagePosted;
import io.hindsight.events.PostmortemEvent;
import java.time.Instant;

/** The external message as it is written, and whether just that text was approved and posted. */
public final class ExternalMessage implements Part {
    private static final ExternalMessageDrafted NOTHING = new ExternalMessageDrafted(null, null, null, null, false);

    private ExternalMessageDrafted draft = NOTHING;
    private String approved;
    private Instant approvedAt;
    private ExternalMessagePosted posted;
    private boolean read;
    private boolean declined;

    @Override
    public void evolve(PostmortemEvent event, long version, Instant at) {
        if (event instanceof ExternalMessageDrafted e) {
            draft = e;
            approved = null;
            posted = null;
            declined = false;
        } else if (event instanceof ExternalMessageApproved e) {
            approved = e.text();
            approvedAt = at;
        } else if (event instanceof ExternalMessagePosted e) {
            posted = e;
            read = true;
        } else if (event instanceof ExternalMessageDeclined) {
            approved = null;
            declined = true;
        }
    }

    ExternalMessageDrafted draft() {
        return draft;
    }

    /** The exact text that may be posted; null where nothing is approved, or was edited since. */
    String approved() {
        return approved;
    }

    /** When what is approved was; of what is not, it says nothing. */
    Instant approvedAt() {
        return approvedAt;
    }

    /** The message as it was posted; null where it was not, or was edited since. */
    ExternalMessagePosted posted() {
        return posted;
    }

    /** Whether customers have read a message, this one or one that was edited since. */
    boolean isRead() {
        return read;
    }

    boolean isDeclined() {
        return declined;
    }

    boolean isWritten() {
        return !draft.text().isEmpty();
    }

    /** Whether customers are to be told something. */
    boolean isThere() {
        return isWritten() && !declined;
    }

    /** Whether it was decided what customers are told, be it nothing. */
    public boolean isSettled() {
        return isWritten() || declined;
    }

    /** Whether there is something that customers are to be told and cannot read yet. */
    public boolean isToBePosted() {
        return isThere() && posted == null;
    }
}
