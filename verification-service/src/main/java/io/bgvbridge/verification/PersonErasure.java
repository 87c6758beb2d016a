package io.bgvbridge.verification;

/**
 * What becomes of what a provider knows of an erased person.
 */
enum PersonErasure {

	/** Nobody wants it erased there. */
	NONE,
	/** The provider is to be told, once the order is known and over. */
	WANTED,
	/** The provider erased the person, or knew nothing any more. */
	DONE,
	/** Somebody has to ask the provider for it. */
	BY_HAND

}
