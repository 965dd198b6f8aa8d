package io.hindsight.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name and the revision under which an event is stored. They are for ever: a class may be renamed or moved, its
 * stored name may not change, and a change of its fields is a new revision with an {@link Upcast} from the old one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface StoredAs {
    String value();

    int revision() default 1;
}
