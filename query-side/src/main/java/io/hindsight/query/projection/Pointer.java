package io.hindsight.query.projection;

import org.bson.Document;

/**
 * Which generation of a projection is read, and which one is being built beside it, if any.
 *
 * @param rebuildId null where none is being built, like the generation
 */
record Pointer(String projection, long live, String rebuildId, Long building) {

    static Pointer of(Document stored) {
        Document rebuild = stored.get("rebuild", Document.class);
        return new Pointer(
                stored.getString("_id"),
                stored.getLong("generation"),
                rebuild == null ? null : rebuild.getString("id"),
                rebuild == null ? null : rebuild.getLong("generation"));
    }

    Generation liveGeneration() {
        return new Generation(projection, live);
    }

    boolean rebuilding() {
        return rebuildId != null;
    }

    Generation buildingGeneration() {
        return new Generation(projection, building);
    }

    boolean uses(Generation generation) {
        return generation.equals(liveGeneration()) || (rebuilding() && generation.equals(buildingGeneration()));
    }
}
