package io.bgvbridge.sync;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Whom a check is about, and as what Ashby knows it.
 *
 * @param origin who began it
 * @param candidateId Ashby's id of the candidate; empty where it is not known
 * @param assessmentTypeId the type, as {@code assessment.list} names it; null where it is
 * not known
 */
record Subject(Origin origin, String candidateId, @Nullable UUID assessmentTypeId) {

}
