package io.hindsight.query.fold;

import io.hindsight.events.ResponderEvent;
import io.hindsight.events.ResponderEvent.ResponderAdded;
import io.hindsight.events.ResponderEvent.ResponderRemoved;
import io.hindsight.query.fold.PostmortemDocument.Responder;

final class ResponderFold {
    private ResponderFold() {}

    static void fold(DocumentEdit edit, ResponderEvent event) {
        if (event instanceof ResponderAdded added) {
            edit.responders = Parts.with(edit.responders, new Responder(added.person(), added.role()));
        } else if (event instanceof ResponderRemoved removed) {
            Responder gone = new Responder(removed.person(), removed.role());
            edit.responders = Parts.without(edit.responders, gone::equals);
        } else {
            throw new IllegalStateException("No fold for " + event.getClass());
        }
    }
}
