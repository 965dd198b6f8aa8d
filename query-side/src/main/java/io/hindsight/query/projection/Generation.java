package io.hindsight.query.projection;

/** One copy of a projection: its collection, its processor and its position all go by this name. */
record Generation(String projection, long number) {

    String name() {
        return projection + "_" + number;
    }
}
