package io.hindsight.query.fold;

import io.hindsight.events.ResponderEvent;
import io.hindsight.events.ResponderEvent.ResponderAdded;
import io.hindsight.events.ResponderEvent.ResponderRemoved;
import io.hindsight.query.fold.PostmortemDocument.Responder;
import java.util.Comparator;

final class ResponderFold {
    /** The same people stand in the same order, in whatever order they were named; who led the response is first. */
    private static final Comparator<Responder> BY_ROLE =
            Comparator.comparing(Responder::role).thenComparing(Responder::person);

    private ResponderFold() {}

    static void fold(DocumentEdit edit, ResponderEvent event) {
        if (event instanceof ResponderAdded added) {
            edit.responders = Parts.with(edit.responders, new Responder(added.person(), added.role())).stream()
                    .sorted(BY_ROLE)
                    .toList();
        } else if (event instanceof ResponderRemoved removed) {
            Responder gone = new Responder(removed.person(), removed.role());
            edit.responders = Parts.without(edit.responders, gone::equals);
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }
}
