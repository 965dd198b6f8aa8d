package io.hindsight.standalone;

import io.hindsight.command.postmortem.CommandRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import tools.jackson.databind.node.ObjectNode;

/** Everything that can be asked: of every endpoint there is, with every parameter, every command. */
final class Questions {
    private final SampleValues samples;
    private final String word;

    private Questions(SampleValues samples, String word) {
        this.samples = samples;
        this.word = word;
    }

    /** Of an application that runs; what is asked for goes by this word, and so do ids. */
    static List<Question> all(ConfigurableApplicationContext application, SampleValues samples, String word) {
        return new Questions(samples, word).of(application);
    }

    private List<Question> of(ConfigurableApplicationContext application) {
        List<Question> questions = new ArrayList<>();
        RequestMappingHandlerMapping mapping =
                application.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("io.hindsight.")) {
                for (PathPattern pattern : info.getPathPatternsCondition().getPatterns()) {
                    for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                        questions.addAll(
                                method == RequestMethod.GET
                                        ? reads(pattern.getPatternString(), handler)
                                        : writes(method, pattern.getPatternString(), info, handler));
                    }
                }
            }
        });
        return questions;
    }

    /** As it is, conditional, and with each parameter. */
    private List<Question> reads(String pattern, HandlerMethod handler) {
        Question read = new Question("GET", filled(pattern), null, List.of("Accept", "*/*"));
        List<Question> questions = new ArrayList<>(List.of(read, read.with("If-None-Match", "*")));
        for (String parameter : parameters(handler)) {
            questions.add(new Question("GET", read.path() + "?" + parameter, null, read.headers()));
        }
        return questions;
    }

    /** Each that can stand in the query, with a value. */
    private List<String> parameters(HandlerMethod handler) {
        return Arrays.stream(handler.getMethod().getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(parameter ->
                        parameter.getName() + "=" + samples.parameter(parameter.getAnnotatedType(), parameter))
                .toList();
    }

    /**
     * With all parameters, for some version, and repeatable; where a command is named in the path, each command. JSON where the
     * endpoint takes it: an array and an object of nothing.
     */
    private List<Question> writes(
            RequestMethod method, String pattern, RequestMappingInfo info, HandlerMethod handler) {
        Set<MediaType> types = info.getConsumesCondition().getConsumableMediaTypes();
        MediaType type = types.isEmpty() || types.contains(MediaType.APPLICATION_JSON)
                ? MediaType.APPLICATION_JSON
                : types.iterator().next();
        String body = pattern.endsWith("/{id}/commands") ? "[{\"command\": \"share-for-review\"}]" : "{}";
        String path =
                filled(pattern) + (parameters(handler).isEmpty() ? "" : "?") + String.join("&", parameters(handler));
        Question write = new Question(method.name(), path, body, List.of("Content-Type", type.toString()));
        List<Question> questions = new ArrayList<>();
        questions.add(new Question(method.name(), path, "[]", write.headers()));
        if (pattern.endsWith("/{id}/commands/{command}")) {
            CommandRegistry.all().forEach((name, command) -> {
                String to = "/api/postmortems/" + word + "/commands/" + name;
                for (ObjectNode fields : List.of(samples.body(command), samples.shortBody(command))) {
                    questions.add(new Question(
                            method.name(), to, fields.put("reason", word).toString(), write.headers()));
                }
            });
        }
        Question first = questions.size() == 1 ? write : questions.get(1);
        questions.addAll(List.of(write, first.with("If-Match", "\"1\""), first.with("Idempotency-Key", "key")));
        return questions;
    }

    private String filled(String pattern) {
        return pattern.replaceAll("\\{[^}]+}", word);
    }
}
