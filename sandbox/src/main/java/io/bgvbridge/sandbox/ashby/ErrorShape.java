package io.bgvbridge.sandbox.ashby;

/** The ways in which Ashby has been seen to word an error; all are documented. */
public enum ErrorShape {

	/** Codes in {@code errors} beside {@code errorInfo}: the specification's example. */
	CODES_AND_INFO,
	/** Only {@code errorInfo}. */
	INFO,
	/** Only codes in {@code errors}, the deprecated form. */
	CODES,
	/** Only objects with message and parameter in {@code errors}. */
	OBJECTS

}
