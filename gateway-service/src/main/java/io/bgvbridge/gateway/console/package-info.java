/**
 * The console: pages for people, made on the server. Requests of browsers come in, HTML
 * goes out; every change goes the way of the API's.
 */
@NullMarked
package io.bgvbridge.gateway.console;

import org.jspecify.annotations.NullMarked;
