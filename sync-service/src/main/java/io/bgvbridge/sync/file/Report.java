package io.bgvbridge.sync.file;

/**
 * What the report door has of a check's report.
 */
sealed interface Report {

	/**
	 * A file.
	 *
	 * @param bytes the PDF
	 */
	record Pdf(byte[] bytes) implements Report {

	}

	/**
	 * No file, now or later: the provider shows the report on a page of its own.
	 */
	record Page() implements Report {

	}

	/**
	 * Nothing yet.
	 */
	record None() implements Report {

	}

}
