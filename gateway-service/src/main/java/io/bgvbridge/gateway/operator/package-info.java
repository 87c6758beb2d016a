/**
 * Who operates this service and what they may do: accounts, sign-in and the rules of each
 * door for people.
 */
@NullMarked
package io.bgvbridge.gateway.operator;

import org.jspecify.annotations.NullMarked;
