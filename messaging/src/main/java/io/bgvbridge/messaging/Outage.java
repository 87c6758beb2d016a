package io.bgvbridge.messaging;

/**
 * Marks an exception whose cause lies outside the record or request at hand and is
 * expected to pass: the caller waits and repeats, and never gives the record up.
 */
public interface Outage {

}
