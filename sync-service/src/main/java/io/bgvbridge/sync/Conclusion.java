package io.bgvbridge.sync;

/**
 * What a completed verification came to.
 */
enum Conclusion {

	NONE, CLEAR, COMPLETED, NEEDS_REVIEW, COMPLETED_WITH_EXCEPTION, CONSIDER, FAILED_SEE_REPORT

}
