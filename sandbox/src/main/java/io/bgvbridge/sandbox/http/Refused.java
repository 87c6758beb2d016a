package io.bgvbridge.sandbox.http;

/**
 * A request that the sandbox itself cannot take, told to the caller as a problem detail.
 */
public final class Refused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final int status;

	/**
	 * Refuses the request.
	 * @param status a 4xx or 5xx status
	 * @param detail a sentence for the caller
	 */
	public Refused(int status, String detail) {
		super(detail, null, false, false);
		this.status = status;
	}

	/** The HTTP status to answer. */
	public int status() {
		return this.status;
	}

}
