/**
 * Who looked at what, and who asked for what to be done.
 */
@NullMarked
package io.bgvbridge.gateway.audit;

import org.jspecify.annotations.NullMarked;
