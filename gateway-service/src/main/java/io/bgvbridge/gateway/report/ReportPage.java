package io.bgvbridge.gateway.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.Set;

import org.springframework.http.HttpHeaders;

/**
 * A page of the provider's own that shows a report, where it gives no file.
 */
final class ReportPage {

	private static final Set<String> SCHEMES = Set.of("https", "http");

	private ReportPage() {
	}

	/** Empty unless it is an address that a browser may be sent to. */
	static Optional<URI> of(HttpResponse<?> answer) {
		try {
			URI page = new URI(answer.headers().firstValue(HttpHeaders.LOCATION).orElse(""));
			boolean harmless = page.getScheme() != null && SCHEMES.contains(page.getScheme()) && page.getHost() != null
					&& page.getRawUserInfo() == null;
			return harmless ? Optional.of(page) : Optional.empty();
		}
		catch (URISyntaxException ex) {
			return Optional.empty();
		}
	}

}
