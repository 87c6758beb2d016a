/**
 * The contract between the services: one topic, one fact, one schema. The generated
 * classes say nothing of null, so the package is not null-marked as a whole.
 */
package io.bgvbridge.schemas;
