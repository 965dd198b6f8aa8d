package io.hindsight.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Goes with an endpoint that reads its body as it comes and limits each piece itself, as an import limits each line. Any
 * other body may be 1 MiB long.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface UnlimitedBody {}
