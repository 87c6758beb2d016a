/**
 * Avro records in Confluent's wire format, through whichever schema registry is
 * configured.
 */
@NullMarked
package io.bgvbridge.messaging.avro;

import org.jspecify.annotations.NullMarked;
