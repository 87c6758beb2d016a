package io.bgvbridge.gateway.connection;

import org.jspecify.annotations.Nullable;

/**
 * Where candidates are going to work, as requests say it.
 *
 * @param country the country's code of two letters
 * @param state the state or province
 * @param city the city
 */
public record WorkLocation(String country, @Nullable String state, @Nullable String city) {

}
