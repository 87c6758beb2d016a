/**
 * The Ashby API in our words: candidate and key look-ups, {@code assessment.update},
 * completed assessments, notes and files, with every way in which Ashby words an error
 * told as one sealed family.
 */
@NullMarked
package io.bgvbridge.ashby;

import org.jspecify.annotations.NullMarked;
