package io.bgvbridge.messaging.sealing;

/**
 * Something that has to be done once the keyset seals with another key, beside the rows
 * of every {@link SealedColumn}, which follow by themselves.
 */
@FunctionalInterface
public interface PrimaryKeyChange {

	/**
	 * The primary key has changed, or may have changed before the first start of this
	 * version. Called in the transaction that remembers the call, by one instance, and
	 * again if that transaction fails; therefore without calls over the network.
	 */
	void primaryKeyChanged();

}
