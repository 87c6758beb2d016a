package io.bgvbridge.gateway.connection;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/**
 * The addresses that a connection may point at: https on a listed host, so that nobody
 * can make this service call, with or without keys, whatever they like. Plain http is for
 * this machine, and for what is listed with it, such as {@code http://sandbox:8090}.
 */
@Component
final class VendorAddresses {

	private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1");

	private static final String PLAIN = "http://";

	private static final int MAX_LENGTH = 500;

	private static final String REFERENCE = "{reference}";

	private final Set<String> hosts;

	private final Set<String> plain;

	VendorAddresses(ConnectionProperties properties) {
		Set<String> listed = properties.vendorHosts()
			.stream()
			.map((host) -> host.strip().toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
		this.plain = listed.stream()
			.filter((host) -> host.startsWith(PLAIN))
			.map((host) -> host.substring(PLAIN.length()))
			.collect(Collectors.toUnmodifiableSet());
		this.hosts = listed.stream().filter((host) -> !host.startsWith(PLAIN)).collect(Collectors.toUnmodifiableSet());
	}

	/**
	 * Checks an address.
	 * @param field the request's field that names it
	 * @param value the address
	 * @param problems is told what is wrong with it
	 * @return the address; meaningless if there is a problem
	 */
	URI check(String field, String value, Violations problems) {
		try {
			URI address = new URI((value.length() > MAX_LENGTH) ? "" : value);
			String host = (address.getHost() != null) ? address.getHost().toLowerCase(Locale.ROOT) : "";
			boolean plain = isPlain(address, host);
			if (!plain && !this.hosts.contains(host)) {
				problems.add(field, "must be on one of the hosts in BGV_VENDOR_HOSTS");
			}
			else if (!plain && !"https".equals(address.getScheme())) {
				problems.add(field, "must start with https://");
			}
			else if (address.getRawUserInfo() != null || address.getRawQuery() != null
					|| address.getRawFragment() != null) {
				problems.add(field, "must have no user, query or fragment");
			}
			return address;
		}
		catch (URISyntaxException ex) {
			problems.add(field, "must be an address such as https://api.ashbyhq.com");
			return URI.create("");
		}
	}

	/** Whether plain http is allowed there: to that host and port only. */
	private boolean isPlain(URI address, String host) {
		boolean listed = (LOCAL.contains(host) && this.hosts.contains(host))
				|| this.plain.contains((address.getPort() < 0) ? host : host + ":" + address.getPort());
		return "http".equals(address.getScheme()) && listed;
	}

	/**
	 * Checks the address of a provider's page about a check, which people are sent to;
	 * nothing here calls it. On this machine, it may do without https.
	 * @param field the request's field that names it
	 * @param value the address, with {reference} where the order's reference goes
	 * @param problems is told what is wrong with it
	 * @return the address
	 */
	String checkPortal(String field, String value, Violations problems) {
		try {
			URI page = new URI((value.length() > MAX_LENGTH) ? "" : value.replace(REFERENCE, "r"));
			String host = (page.getHost() != null) ? page.getHost().toLowerCase(Locale.ROOT) : "";
			boolean local = isPlain(page, host);
			problems.check(
					!host.isEmpty() && page.getRawUserInfo() == null && ("https".equals(page.getScheme()) || local),
					field, "must start with https:// and a host");
			problems.check(value.indexOf(REFERENCE) > value.indexOf('/', "https://".length()), field,
					"must have " + REFERENCE + " where the order's reference goes");
		}
		catch (URISyntaxException ex) {
			problems.add(field, "must be an address such as https://portal.example.com/checks/" + REFERENCE);
		}
		return value;
	}

}
