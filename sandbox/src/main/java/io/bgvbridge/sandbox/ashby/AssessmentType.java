package io.bgvbridge.sandbox.ashby;

import org.jspecify.annotations.Nullable;

/**
 * One line of the recruiter's drop-down list.
 *
 * @param assessmentTypeId uuid
 * @param name shown to the recruiter
 * @param description shown below the name, or null
 */
public record AssessmentType(String assessmentTypeId, String name, @Nullable String description) {
}
