package io.hindsight.command.importing;

import io.hindsight.words.SourceField;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A postmortem as another place wrote it.
 *
 * @param id what it is called there; never blank
 * @param hash SHA-256 (hex) of all it says, whatever the order of its fields
 * @param fields all it says but its id; the mapping takes from them what it understands
 * @param notUnderstood what the mapping could not read, in the order it was met
 */
record SourceRecord(String id, String hash, SourceObject fields, List<SourceField> notUnderstood) {

    static SourceRecord of(String id, String hash, ObjectNode said) {
        List<SourceField> notUnderstood = new ArrayList<>();
        ObjectNode fields = said.deepCopy();
        fields.remove("id");
        return new SourceRecord(id, hash, new SourceObject(fields, "", notUnderstood), notUnderstood);
    }
}
