/**
 * The sandbox's one HTTP port: it routes calls to the simulators, records them, and makes
 * them fail on demand. It stands on the JDK's own server and on no framework, because
 * closing a connection without an answer, or answering long after the effect, needs the
 * raw exchange that a framework keeps to itself.
 */
@NullMarked
package io.bgvbridge.sandbox.http;

import org.jspecify.annotations.NullMarked;
