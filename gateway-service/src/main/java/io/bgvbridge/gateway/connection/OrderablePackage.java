package io.bgvbridge.gateway.connection;

import java.util.UUID;

/**
 * Something that can be ordered over a connection: an assessment type for Ashby.
 *
 * @param assessmentTypeId UUIDv5 of connection and package key
 * @param packageKey the provider's own key
 * @param name what Ashby's users see
 * @param description what it contains; may be empty
 * @param listed whether the provider still offers it
 */
public record OrderablePackage(UUID assessmentTypeId, String packageKey, String name, String description,
		boolean listed) {

}
