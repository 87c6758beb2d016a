/**
 * Keeps Ashby in step with every verification: {@code verification-updated} comes in, the
 * newest truth goes out to {@code assessment.update} until Ashby has it, or, for a check
 * that no recruiter started, its end as a completed assessment or a note; and
 * {@code ashby-update-delivered} tells that Ashby has it.
 */
@NullMarked
package io.bgvbridge.sync;

import org.jspecify.annotations.NullMarked;
