/**
 * How the sandbox's pages are written: HTML that is escaped unless it was made here, one
 * layout, one style sheet, and one script that lets parts of a page follow what happens.
 */
@NullMarked
package io.bgvbridge.sandbox.page;

import org.jspecify.annotations.NullMarked;
