/**
 * The report door: an operator's request comes in, the provider's fresh PDF goes out by
 * way of the verification service, and who opened what is remembered.
 */
@NullMarked
package io.bgvbridge.gateway.report;

import org.jspecify.annotations.NullMarked;
