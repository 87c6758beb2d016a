/**
 * The {@code bgv} command: starts the whole product on this machine, and walks one check
 * from Start to report.
 */
@NullMarked
package io.bgvbridge.sandbox.cli;

import org.jspecify.annotations.NullMarked;
