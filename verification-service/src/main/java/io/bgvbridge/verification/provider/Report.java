package io.bgvbridge.verification.provider;

import java.net.URI;

/**
 * A report, in one of the ways in which providers show it.
 */
public sealed interface Report {

	/**
	 * A file.
	 *
	 * @param content the PDF
	 */
	record Pdf(byte[] content) implements Report {

		@Override
		public String toString() {
			return "Pdf[" + this.content.length + " bytes]";
		}

	}

	/**
	 * A page of the provider's, which asks for its own login or carries a secret.
	 *
	 * @param address where it is
	 */
	record Page(URI address) implements Report {

		@Override
		public String toString() {
			return "Page[…]";
		}

	}

}
