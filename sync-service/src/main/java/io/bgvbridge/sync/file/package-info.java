/**
 * Brings the report of every result into the candidate's files in Ashby, where the
 * organisation wants that: the PDF comes from the verification service's report door and
 * goes out in Ashby's three steps, once for each result.
 */
@ApplicationModule(allowedDependencies = "connection")
@NullMarked
package io.bgvbridge.sync.file;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
