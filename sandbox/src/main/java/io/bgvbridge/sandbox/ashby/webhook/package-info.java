/**
 * The webhooks that Ashby sends: who wants them, how they are signed and how they are
 * delivered again.
 */
@NullMarked
package io.bgvbridge.sandbox.ashby.webhook;

import org.jspecify.annotations.NullMarked;
