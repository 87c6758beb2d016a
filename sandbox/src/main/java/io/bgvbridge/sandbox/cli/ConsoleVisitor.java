package io.bgvbridge.sandbox.cli;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody who has signed in to the console, without a browser.
 */
final class ConsoleVisitor {

	private static final Pattern FORGERY_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private static final Duration LIMIT = Duration.ofMinutes(2);

	private static final int OK = 200;

	private static final int FOUND = 302;

	private final HttpClient http = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.cookieHandler(new CookieManager())
		.connectTimeout(Duration.ofSeconds(5))
		.build();

	private final String gateway;

	private ConsoleVisitor(String gateway) {
		this.gateway = gateway;
	}

	/**
	 * Signs in.
	 * @param gateway the gateway's base address
	 * @param operator who signs in
	 * @return the visitor
	 * @throws WalkFailure if the console does not let them in
	 */
	static ConsoleVisitor signedIn(String gateway, Operator operator) {
		ConsoleVisitor visitor = new ConsoleVisitor(gateway);
		Matcher token = FORGERY_TOKEN.matcher(visitor.page("/console/login"));
		if (!token.find()) {
			throw new WalkFailure("the console's login page has no CSRF token");
		}
		String form = "username=" + encoded(operator.user()) + "&password=" + encoded(operator.password()) + "&_csrf="
				+ encoded(token.group(1));
		HttpResponse<String> answer = visitor.send(visitor.request("/console/login")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(form))
			.build());
		if (answer.statusCode() != FOUND || answer.headers().firstValue("Location").orElse("").contains("login")) {
			throw new WalkFailure("the console did not let the operator in");
		}
		return visitor;
	}

	/** How long a page takes until it is whole. */
	Duration time(String path) {
		long begin = System.nanoTime();
		page(path);
		return Duration.ofNanos(System.nanoTime() - begin);
	}

	/** A page as it came. */
	String page(String path) {
		HttpResponse<String> answer = send(request(path).GET().build());
		if (answer.statusCode() != OK) {
			throw new WalkFailure("GET " + path + " answered " + answer.statusCode());
		}
		return answer.body();
	}

	private HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.gateway + path)).header("Accept", "text/html").timeout(LIMIT);
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new WalkFailure("GET " + request.uri().getPath() + " got no answer in " + LIMIT.toSeconds() + " s ("
					+ ex.getClass().getSimpleName() + ")");
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new WalkFailure("interrupted");
		}
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
