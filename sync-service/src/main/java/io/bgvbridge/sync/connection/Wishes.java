package io.bgvbridge.sync.connection;

import org.jspecify.annotations.Nullable;

/**
 * What an organisation wants of how its Ashby is told.
 *
 * @param partnerId the id that Ashby issued to this partner; null if there is none
 * @param reportFile whether reports are put into candidates' files
 */
public record Wishes(@Nullable String partnerId, boolean reportFile) {

	static final Wishes NONE = new Wishes(null, false);

}
