package io.hindsight.http.openapi;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.springdoc.core.providers.SpringDocJavadocProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The documentation comments as descriptions have them, in Markdown: springdoc takes them as HTML, with Javadoc's own tags left in. */
@Component
class MarkdownComments extends SpringDocJavadocProvider {
    private static final Pattern CODE = Pattern.compile("<code>(.*?)</code>", Pattern.DOTALL);
    /** The label, else the last word of what is linked to. */
    private static final Pattern LINK =
            Pattern.compile("\\{@link(?:plain)? +(?:[^ }]*[.#])?([^ }]+?)(?:\\(\\))?(?: +([^}]+))?}");

    @Override
    public String getClassJavadoc(Class<?> type) {
        return markdown(super.getClassJavadoc(type));
    }

    @Override
    public Map<String, String> getRecordClassParamJavadoc(Class<?> type) {
        Map<String, String> comments = new LinkedHashMap<>(super.getRecordClassParamJavadoc(type));
        comments.replaceAll((name, comment) -> markdown(comment));
        return comments;
    }

    @Override
    public String getMethodJavadocDescription(Method method) {
        return markdown(super.getMethodJavadocDescription(method));
    }

    @Override
    public String getMethodJavadocReturn(Method method) {
        return markdown(super.getMethodJavadocReturn(method));
    }

    @Override
    public Map<String, String> getMethodJavadocThrows(Method method) {
        Map<String, String> comments = new LinkedHashMap<>(super.getMethodJavadocThrows(method));
        comments.replaceAll((name, comment) -> markdown(comment));
        return comments;
    }

    @Override
    public String getParamJavadoc(Method method, String name) {
        return markdown(super.getParamJavadoc(method, name));
    }

    @Override
    public String getFieldJavadoc(Field field) {
        return markdown(super.getFieldJavadoc(field));
    }

    /** A line that ends in the source ends nothing in what is said. */
    static String markdown(String comment) {
        if (comment == null) {
            return null;
        }
        String linked = LINK.matcher(comment)
                .replaceAll(link -> link.group(2) == null ? "`" + link.group(1) + "`" : link.group(2));
        return HtmlUtils.htmlUnescape(CODE.matcher(linked).replaceAll("`$1`")).replaceAll(" *\\R *", " ");
    }
}
