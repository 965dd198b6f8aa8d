package io.hindsight.command.importing;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Objects;

/** No two elements of the list have the same id: what names one would mean both. */
@Constraint(validatedBy = EachOnce.Validator.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@interface EachOnce {
    String message() default "must have each id once";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** What such a list is of. */
    interface Identified {
        String id();
    }

    /** Looks for an id that comes again. */
    final class Validator implements ConstraintValidator<EachOnce, List<? extends Identified>> {
        @Override
        public boolean isValid(List<? extends Identified> elements, ConstraintValidatorContext context) {
            if (elements == null) {
                return true;
            }
            List<String> ids = elements.stream()
                    .filter(Objects::nonNull)
                    .map(Identified::id)
                    .filter(Objects::nonNull)
                    .toList();
            return ids.stream().distinct().count() == ids.size();
        }
    }
}
