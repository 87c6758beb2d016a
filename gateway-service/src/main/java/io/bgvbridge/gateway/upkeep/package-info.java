/**
 * What has to be done again and again; of all instances of the service, one does it.
 */
@NullMarked
package io.bgvbridge.gateway.upkeep;

import org.jspecify.annotations.NullMarked;
