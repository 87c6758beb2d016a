/**
 * Durable work: rows that are claimed, done and closed, over any number of instances.
 */
@NullMarked
package io.bgvbridge.messaging.work;

import org.jspecify.annotations.NullMarked;
