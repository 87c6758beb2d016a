/**
 * Connections of one Ashby organisation to one provider account: how they are made, who
 * may call in their name, how they fare, and what can be ordered over them.
 */
@NullMarked
package io.bgvbridge.gateway.connection;

import org.jspecify.annotations.NullMarked;
