package io.bgvbridge.ashby;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What is known of an API key that works.
 *
 * @param title its name in Ashby; null if the key may not read facts on itself
 * @param scopes what the key may do, in Ashby's words such as {@code candidates:read};
 * null if the key may not read facts on itself, which most keys may not
 */
public record KeyInfo(@Nullable String title, @Nullable List<String> scopes) {

	static final KeyInfo UNKNOWN = new KeyInfo(null, null);

}
