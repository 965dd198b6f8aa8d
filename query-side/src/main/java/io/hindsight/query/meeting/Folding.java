package io.hindsight.query.meeting;

import java.nio.charset.StandardCharsets;

/** Folds the lines of a calendar file, so that none is longer than 75 octets (RFC 5545, 3.1), and never within a character. */
final class Folding {
    private static final int LONGEST = 75;
    private static final String BREAK = "\r\n";

    private Folding() {}

    static String of(String unfolded) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < unfolded.length(); at = unfolded.offsetByCodePoints(at, 1)) {
            String character = Character.toString(unfolded.codePointAt(at));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (character.equals("\r") || character.equals("\n")) {
                octets = -length;
            } else if (octets + length > LONGEST) {
                folded.append(BREAK).append(' ');
                octets = 1;
            }
            folded.append(character);
            octets += length;
        }
        return folded.toString();
    }
}
