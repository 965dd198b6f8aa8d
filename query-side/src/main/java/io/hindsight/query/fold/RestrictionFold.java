package io.hindsight.query.fold;

import io.hindsight.events.RestrictionEvent;
import io.hindsight.events.RestrictionEvent.PostmortemRestricted;

final class RestrictionFold {
    private RestrictionFold() {}

    static void fold(DocumentEdit edit, RestrictionEvent event) {
        edit.restrictedTo = event instanceof PostmortemRestricted restricted ? restricted.people() : null;
    }
}
