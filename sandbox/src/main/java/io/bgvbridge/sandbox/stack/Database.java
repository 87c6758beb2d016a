package io.bgvbridge.sandbox.stack;

/**
 * One service's database.
 *
 * @param url its JDBC address
 * @param user the role that owns it
 * @param password the role's password
 */
public record Database(String url, String user, String password) {

	@Override
	public String toString() {
		return this.url;
	}

}
