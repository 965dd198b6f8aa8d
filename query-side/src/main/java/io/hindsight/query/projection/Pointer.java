package io.hindsight.query.projection;

import org.bson.Document;

/**
 * Which generation of a projection is read, and which one is being built beside it, if any.
 *
 * @param revision that of the {@link Projection} that the live generation was built at; 0 where it was before there were any
 * @param rebuildId null where none is being built, like the generation
 * @param buildingRevision of the generation that is being built
 */
record Pointer(String projection, long live, int revision, String rebuildId, Long building, int buildingRevision) {
    static final String REVISION = "revision";

    static Pointer of(Document stored) {
        Document rebuild = stored.get("rebuild", Document.class);
        return new Pointer(
                stored.getString("_id"),
                stored.getLong("generation"),
                stored.getInteger(REVISION, 0),
                rebuild == null ? null : rebuild.getString("id"),
                rebuild == null ? null : rebuild.getLong("generation"),
                rebuild == null ? 0 : rebuild.getInteger(REVISION, 0));
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
