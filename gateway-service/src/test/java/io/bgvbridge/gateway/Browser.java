package io.bgvbridge.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody with a browser, who keeps a session and fills in forms.
 */
public final class Browser {

	private static final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

	private final String base;

	private String cookie = "";

	private String token = "";

	public Browser(Caller caller) {
		this.base = caller.base();
	}

	/** A browser that is signed in. */
	public static Browser of(Caller caller, String name, String password) {
		Browser browser = new Browser(caller);
		HttpResponse<String> answer = browser.signIn(name, password);
		if (answer.statusCode() != 302 || location(answer).contains("login")) {
			throw new AssertionError("Not signed in: " + answer.statusCode() + " " + location(answer));
		}
		return browser;
	}

	public HttpResponse<String> signIn(String name, String password) {
		get("/console/login");
		HttpResponse<String> answer = post("/console/login", Map.of("username", name, "password", password));
		this.token = "";
		return answer;
	}

	public HttpResponse<String> get(String path, String... headers) {
		HttpRequest.Builder request = request(path).header("Accept", "text/html");
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request.GET());
	}

	/** With the token of the last page that had a form. */
	public HttpResponse<String> post(String path, Map<String, String> form) {
		if (this.token.isEmpty()) {
			get("/console");
		}
		return post(path, form, this.token);
	}

	public HttpResponse<String> post(String path, Map<String, String> form, String csrf) {
		String body = form.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + encoded(entry.getValue()))
			.collect(Collectors.joining("&"));
		String forged = csrf.isEmpty() ? "" : "&_csrf=" + encoded(csrf);
		return send(request(path).header("Accept", "text/html")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body + forged)));
	}

	/** Posts, and looks where it is sent. */
	public HttpResponse<String> follow(String path, Map<String, String> form) {
		HttpResponse<String> answer = post(path, form);
		return (answer.statusCode() == 302 || answer.statusCode() == 303) ? get(location(answer)) : answer;
	}

	public String cookie() {
		return this.cookie;
	}

	public void keep(String other) {
		this.cookie = other;
	}

	public static String location(HttpResponse<?> answer) {
		return answer.headers().firstValue("Location").orElse("");
	}

	private HttpRequest.Builder request(String path) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path));
		return this.cookie.isEmpty() ? request : request.header("Cookie", this.cookie);
	}

	private HttpResponse<String> send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
			List<String> cookies = answer.headers().allValues("Set-Cookie");
			if (!cookies.isEmpty()) {
				this.cookie = cookies.getLast().split(";", 2)[0];
			}
			Matcher matcher = TOKEN.matcher(answer.body());
			if (matcher.find()) {
				this.token = matcher.group(1);
			}
			return answer;
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
