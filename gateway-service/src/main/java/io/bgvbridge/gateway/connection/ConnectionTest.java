package io.bgvbridge.gateway.connection;

/**
 * The newest test of a connection.
 *
 * @param ashby of the Ashby organisation
 * @param provider of the provider's account
 */
public record ConnectionTest(SideTest ashby, SideTest provider) {

	static final ConnectionTest NONE = new ConnectionTest(SideTest.NONE, SideTest.NONE);

	/**
	 * Whether one of its sides has not answered yet.
	 * @return false if there is nothing to wait for
	 */
	public boolean runs() {
		return this.ashby.state() == SideTest.State.RUNNING || this.provider.state() == SideTest.State.RUNNING;
	}

}
