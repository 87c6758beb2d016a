package io.bgvbridge.verification.provider;

import java.util.UUID;

/**
 * An order for one verification.
 *
 * @param assessmentId the verification; sent to the provider as our own order id
 * @param candidateId Ashby's id of the person, a pseudonym
 * @param packageKey the provider's key of the package
 * @param candidate the person
 */
public record Order(UUID assessmentId, String candidateId, String packageKey, Candidate candidate) {

}
