package io.hindsight.query.fold;

import io.hindsight.events.SectionEvent;
import io.hindsight.events.SectionEvent.SectionWritten;
import io.hindsight.query.fold.PostmortemDocument.SectionText;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

final class SectionFold {
    private SectionFold() {}

    static void fold(DocumentEdit edit, SectionEvent event, RecordedEvent recorded) {
        SectionWritten written = (SectionWritten) event;
        Map<String, SectionText> copy = new TreeMap<>(edit.sections);
        copy.put(
                written.section().toString(),
                new SectionText(written.text(), recorded.happenedAt(), recorded.person()));
        edit.sections = Collections.unmodifiableMap(copy);
    }
}
