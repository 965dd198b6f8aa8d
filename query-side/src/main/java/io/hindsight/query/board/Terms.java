package io.hindsight.query.board;

import io.hindsight.query.fold.PostmortemDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The words of a text as they are searched: in lower case, without endings and without those that every text has. They
 * are analysed here and not by MongoDB, so that the embedded stand-in finds the same.
 */
final class Terms {
    private static final Analyzer ANALYZER = new EnglishAnalyzer();
    private static final String NO_FIELD = "";

    private Terms() {}

    /** What a postmortem is found by: its head, sections, factors, points and external message, and the titles of its action items. */
    static Set<String> of(PostmortemDocument document) {
        List<String> texts = new ArrayList<>();
        texts.add(document.title());
        texts.add(document.incident().reference());
        texts.addAll(document.incident().services());
        texts.addAll(document.tags());
        document.sections().values().forEach(section -> texts.add(section.text()));
        document.contributingFactors().forEach(factor -> texts.add(factor.text()));
        document.wentWell().forEach(point -> texts.add(point.text()));
        document.wentBadly().forEach(point -> texts.add(point.text()));
        if (document.externalMessage() != null) {
            texts.add(document.externalMessage().text());
        }
        document.actionItems().forEach(item -> texts.add(item.title()));
        Set<String> terms = new LinkedHashSet<>();
        texts.forEach(text -> terms.addAll(of(text)));
        return terms;
    }

    static Set<String> of(String text) {
        Set<String> terms = new LinkedHashSet<>();
        if (text == null) {
            return terms;
        }
        try (TokenStream stream = ANALYZER.tokenStream(NO_FIELD, text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
            return terms;
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory could not be read", e);
        }
    }
}
