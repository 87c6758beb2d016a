/**
 * The report door's inner side: streams a fresh PDF from the provider to the gateway.
 */
@NullMarked
package io.bgvbridge.verification.report;

import org.jspecify.annotations.NullMarked;
