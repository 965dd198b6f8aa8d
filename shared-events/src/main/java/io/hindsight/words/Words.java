package io.hindsight.words;

import java.util.Locale;

/** How a constant of the language is written outside Java: {@code SEV_1} as {@code sev-1}. */
final class Words {
    private Words() {}

    static String kebabCase(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
