package io.hindsight.command.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindsight.command.policy.PolicyCommands;
import io.hindsight.command.postmortem.CommandRegistry;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.CascadableDescriptor;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ContainerDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No constraint of a command speaks as validators do, whether anybody has broken it yet or not. */
class PlainWordsTest {
    private static final ResourceBundle WORDS = ResourceBundle.getBundle("ValidationMessages");

    private final Validator validator =
            Validation.buildDefaultValidatorFactory().getValidator();
    private final Map<String, String> messages = new TreeMap<>();
    private final Set<Class<?>> seen = new HashSet<>();

    @Test
    void every_constraint_says_in_plain_words_what_it_takes() {
        Stream.concat(CommandRegistry.all().values().stream(), PolicyCommands.all().values().stream())
                .forEach(this::collect);

        assertThat(messages).hasSizeGreaterThan(100).allSatisfy((where, message) -> {
            assertThat(message).isNotEqualTo("{jakarta.validation.constraints.Pattern.message}");
            if (message.startsWith("{")) {
                assertThat(WORDS.containsKey(message.substring(1, message.length() - 1)))
                        .isTrue();
            }
        });
    }

    /** The validator looks into each element by {@code List<@Valid Part>}, and complains of {@code @Valid List<Part>}. */
    @Test
    void no_constraint_is_put_where_the_validator_warns_of_it() {
        record Warned(@Valid List<String> names) {}
        Stream.concat(CommandRegistry.all().values().stream(), PolicyCommands.all().values().stream())
                .forEach(this::collect);

        assertThat(asAWhole(Warned.class)).isTrue();
        assertThat(seen).hasSizeGreaterThan(50).noneMatch(PlainWordsTest::asAWhole);
    }

    private static boolean asAWhole(Class<?> type) {
        return Stream.of(type.getDeclaredFields())
                .anyMatch(field -> field.isAnnotationPresent(Valid.class)
                        && (Iterable.class.isAssignableFrom(field.getType())
                                || Map.class.isAssignableFrom(field.getType())));
    }

    private void collect(Class<?> type) {
        if (seen.add(type)) {
            for (PropertyDescriptor property :
                    validator.getConstraintsForClass(type).getConstrainedProperties()) {
                collect(type.getSimpleName() + "." + property.getPropertyName(), property, property);
            }
        }
    }

    private <D extends ElementDescriptor & CascadableDescriptor> void collect(
            String where, D element, ContainerDescriptor container) {
        for (ConstraintDescriptor<?> constraint : element.getConstraintDescriptors()) {
            messages.put(
                    where + " @" + constraint.getAnnotation().annotationType().getSimpleName(),
                    constraint.getMessageTemplate());
        }
        if (element.isCascaded()) {
            collect(element.getElementClass());
        }
        container
                .getConstrainedContainerElementTypes()
                .forEach(each -> collect(where + "[]" + each.getTypeArgumentIndex(), each, each));
    }
}
