package io.bgvbridge.gateway.connection;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of something that may be left, set, or removed.
 *
 * @param <T> its type
 * @param given whether anything is to change
 * @param value the new value; null to remove it
 */
record Edit<T>(boolean given, @Nullable T value) {

	static <T> Edit<T> none() {
		return new Edit<>(false, null);
	}

	static <T> Edit<T> to(@Nullable T value) {
		return new Edit<>(true, value);
	}

	@Nullable T of(@Nullable T present) {
		return this.given ? this.value : present;
	}

	/**
	 * Names no secret.
	 */
	@Override
	public String toString() {
		return "Edit[given=" + this.given + "]";
	}

}
