package io.hindsight.query;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where people reach this installation: what links begin with ({@code hindsight.public-url}). Where nobody said so, what
 * leaves here has no links: the {@code Host} of a request is the caller's to choose, and a guess leads others nowhere.
 */
@Component
public final class PublicUrl {
    private final String url;

    PublicUrl(@Value("${hindsight.public-url:}") String setting) {
        url = setting.replaceAll("/+$", "");
    }

    /** Without a slash at its end; empty where it is not set. */
    @Override
    public String toString() {
        return url;
    }
}
