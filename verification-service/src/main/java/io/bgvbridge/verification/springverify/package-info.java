/**
 * SpringVerify IN behind the port: its HTTP, its JSON and its codes.
 */
@NullMarked
package io.bgvbridge.verification.springverify;

import org.jspecify.annotations.NullMarked;
