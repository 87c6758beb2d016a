/**
 * The console as people see it: in a real Chromium, against the running product. Skipped
 * where there is no browser.
 */
@NullMarked
package io.bgvbridge.sandbox.browser;

import org.jspecify.annotations.NullMarked;
