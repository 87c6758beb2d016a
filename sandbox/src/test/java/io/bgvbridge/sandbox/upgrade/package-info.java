/**
 * The way from the release before to this one: its databases and events, frozen in
 * {@code deploy/releases}, under the services of today.
 */
@NullMarked
package io.bgvbridge.sandbox.upgrade;

import org.jspecify.annotations.NullMarked;
