package io.hindsight.query.fold;

import io.hindsight.events.OwnershipEvent;
import io.hindsight.events.OwnershipEvent.OwnerAssigned;

final class OwnershipFold {
    private OwnershipFold() {}

    static void fold(DocumentEdit edit, OwnershipEvent event) {
        edit.owner = event instanceof OwnerAssigned assigned ? assigned.owner() : null;
    }
}
