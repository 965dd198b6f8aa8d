package io.hindsight.standalone;

import io.hindsight.command.decision.Command;
import io.hindsight.command.postmortem.CommandRegistry;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

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
                                        : writes(method, pattern.getPatternString(), info));
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
        for (Parameter parameter : handler.getMethod().getParameters()) {
            if (parameter.isAnnotationPresent(RequestParam.class)) {
                String value = samples.parameter(parameter.getAnnotatedType(), parameter);
                questions.add(new Question(
                        "GET", read.path() + "?" + parameter.getName() + "=" + value, null, read.headers()));
            }
        }
        return questions;
    }

    /** As it is, for some version, and repeatable; where a command is named in the path, each command. */
    private List<Question> writes(RequestMethod method, String pattern, RequestMappingInfo info) {
        String type = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(MediaType::toString)
                .orElse(MediaType.APPLICATION_JSON_VALUE);
        String body = pattern.endsWith("/{id}/commands") ? "[{\"command\": \"share-for-review\"}]" : "{}";
        Question write = new Question(method.name(), filled(pattern), body, List.of("Content-Type", type));
        List<Question> questions = new ArrayList<>();
        if (pattern.endsWith("/{id}/commands/{command}")) {
            CommandRegistry.all()
                    .forEach((name, command) -> questions.add(new Question(
                            method.name(),
                            "/api/postmortems/" + word + "/commands/" + name,
                            body(command),
                            write.headers())));
        }
        Question first = questions.isEmpty() ? write : questions.get(0);
        questions.addAll(List.of(write, first.with("If-Match", "\"1\""), first.with("Idempotency-Key", "key")));
        return questions;
    }

    private String filled(String pattern) {
        return pattern.replaceAll("\\{[^}]+}", word);
    }

    private String body(Class<? extends Command> type) {
        return samples.body(type).put("reason", word).toString();
    }
}
