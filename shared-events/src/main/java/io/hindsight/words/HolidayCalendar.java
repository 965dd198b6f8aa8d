package io.hindsight.words;

/**
 * The public holidays of a country.
 *
 * @param country its two letters of ISO 3166, in lower case: {@code de}
 * @param region a part of it whose own holidays count too, as ISO 3166-2 calls it, in lower case: {@code by}; null for none
 */
public record HolidayCalendar(String country, String region) {}
