/**
 * The organisations that are written to: where their Ashby is, the key that opens it, and
 * how fast it may be called. Comes in on {@code connection-changed}, and on
 * {@code operation-requested} when it is tested; what is learned of a key goes out on
 * {@code connection-observed}, and what keeps work waiting on {@code work-reported}.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.bgvbridge.sync.connection;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
