package io.bgvbridge.messaging.work;

/**
 * Does one kind of work.
 */
public interface WorkHandler {

	/**
	 * The kind of work that this handler does.
	 * @return a code from the service's closed list
	 */
	String kind();

	/**
	 * Does the work. Runs outside any transaction and at least once for each wake-up; it
	 * may run again after a crash, at any point. Makes at most one call to a vendor where
	 * that can be arranged, because one claim takes one permit.
	 * @param item the claim
	 * @return how it went
	 * @throws io.bgvbridge.messaging.vendor.VendorFailure as
	 * {@link Outcome#failed(io.bgvbridge.messaging.vendor.VendorFailure)}
	 * @throws ClaimLost if the claim was taken over meanwhile
	 */
	Outcome handle(WorkItem item);

}
