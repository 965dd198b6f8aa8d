package io.hindsight.http;

/**
 * Requests that a program signs because it cannot show a token. A bean of this type opens exactly one path, for POST: a request
 * with a right signature there is that of the named {@link Roles#INTEGRATION}; one with a wrong signature or none is refused with
 * 401, whatever token it shows.
 */
public interface SignedRequests {

    /** The one path, {@code /api/imports/pagerduty}. */
    String path();

    /** The request header that holds the signature. */
    String header();

    /** What a right signature is: the words that end "it has to be". They say nothing of whether any can be right now. */
    String rightSignature();

    /** The name of the caller that a right signature stands for. */
    String caller();

    /** Whether the signature is right for exactly these bytes; takes as long for any signature, and false where none can be checked. */
    boolean isSigned(String signature, byte[] body);
}
