package io.bgvbridge.sync.connection;

import java.util.UUID;

import io.bgvbridge.ashby.AshbyAccess;
import org.jspecify.annotations.Nullable;

/**
 * How a connection is to be used from now on.
 *
 * @param connectionId the connection
 * @param version counts its changes
 * @param enabled whether its Ashby may be called
 * @param credentialsVersion counts the changes of its Ashby credentials
 * @param access its Ashby; null once the connection is deleted
 * @param wishes what the organisation wants of how it is told
 */
record ConnectionChange(UUID connectionId, long version, boolean enabled, long credentialsVersion,
		@Nullable AshbyAccess access, Wishes wishes) {

}
