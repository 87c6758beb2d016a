/**
 * Keeps Ashby in step with every verification: {@code verification-updated} comes in, the
 * newest truth goes out to {@code assessment.update} until Ashby has it, and
 * {@code ashby-update-delivered} tells that it has.
 */
@NullMarked
package io.bgvbridge.sync;

import org.jspecify.annotations.NullMarked;
