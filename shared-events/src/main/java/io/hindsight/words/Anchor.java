package io.hindsight.words;

/**
 * The place in the document that a comment is about: one of the five, the others null.
 *
 * @param pointId a point under what went well or badly
 */
public record Anchor(Section section, String entryId, String itemId, String factorId, String pointId) {}
