package io.bgvbridge.verification.connection;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A connection as the gateway published it last.
 *
 * @param connectionId its id
 * @param version counts its changes
 * @param provider the provider's name
 * @param ashbyCredentialsVersion version of the Ashby credentials
 * @param providerCredentialsVersion version of the provider's credentials
 * @param enabled whether work is done for it
 * @param sealedCredentials both sides' addresses and keys, sealed; null once deleted
 */
record Connection(UUID connectionId, long version, String provider, long ashbyCredentialsVersion,
		long providerCredentialsVersion, boolean enabled, byte @Nullable [] sealedCredentials) {

	boolean isDeleted() {
		return this.sealedCredentials == null;
	}

}
