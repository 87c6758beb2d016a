package io.bgvbridge.sync;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One organisation's Ashby, for one candidate. Accepts updates whose timestamps strictly
 * increase, and byte-for-byte repeats; keeps notes and files; can be told to answer the
 * next calls otherwise.
 */
public final class AshbyStub implements AutoCloseable {

	private static final JsonMapper JSON = new JsonMapper();

	private final List<Call> calls = new CopyOnWriteArrayList<>();

	private final List<byte[]> accepted = new CopyOnWriteArrayList<>();

	private final List<byte[]> completed = new CopyOnWriteArrayList<>();

	private final List<String> notes = new CopyOnWriteArrayList<>();

	private final List<String> files = new CopyOnWriteArrayList<>();

	private final Map<String, String> names = new ConcurrentHashMap<>();

	private final Map<String, byte[]> stored = new ConcurrentHashMap<>();

	private final Queue<Reaction> reactions = new ConcurrentLinkedQueue<>();

	private final CountDownLatch closed = new CountDownLatch(1);

	private volatile String key = "key-1";

	private HttpServer server;

	public AshbyStub() {
		listen(0);
	}

	private void listen(int port) {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	public URI baseUrl() {
		return URI.create("http://localhost:" + this.server.getAddress().getPort());
	}

	public void goesAway() {
		this.server.stop(0);
	}

	public void comesBack() {
		listen(this.server.getAddress().getPort());
	}

	public void changesKeyTo(String key) {
		this.key = key;
	}

	/** Takes the call, but the answer never arrives. */
	public void takesAndFallsSilent() {
		this.reactions.add((exchange, body) -> {
			apply(exchange, body);
			await();
		});
	}

	/** Takes the call; something happens before the answer leaves. */
	public void takesWhile(Runnable happening) {
		this.reactions.add((exchange, body) -> {
			String answer = apply(exchange, body);
			happening.run();
			reply(exchange, 200, answer);
		});
	}

	/** Answers the next call as it should. */
	public void takes() {
		takesWhile(() -> {
		});
	}

	/** Something happens, and the call is lost. */
	public void losesWhile(Runnable happening) {
		answersWhile(503, happening);
	}

	/** Something happens, and the call is answered without a body. */
	public void answersWhile(int status, Runnable happening) {
		this.reactions.add((exchange, body) -> {
			happening.run();
			reply(exchange, status, "");
		});
	}

	/** Takes the call, and answers it in a way that cannot be understood. */
	public void takesStrangely() {
		this.reactions.add((exchange, body) -> {
			apply(exchange, body);
			reply(exchange, 200, "<html>fine</html>");
		});
	}

	public void refuses(String code) {
		refusesWhile(code, () -> {
		});
	}

	public void refusesWhile(String code, Runnable happening) {
		this.reactions.add((exchange, body) -> {
			happening.run();
			reply(exchange, 200,
					"""
							{"success":false,"errors":["%1$s"],"errorInfo":{"code":"%1$s","message":"Adam Hart is not right"}}"""
						.formatted(code));
		});
	}

	public void answers(int status, String body, String... headers) {
		this.reactions.add((exchange, received) -> {
			for (int i = 0; i < headers.length; i += 2) {
				exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
			}
			reply(exchange, status, body);
		});
	}

	public List<Call> calls() {
		return this.calls;
	}

	/** Endpoints that were called, in their order. */
	public List<String> endpoints() {
		return this.calls.stream().map((call) -> call.path().substring(1)).toList();
	}

	/** Completed assessments that Ashby has taken, without repeats. */
	List<JsonNode> completed() {
		return this.completed.stream().map(JSON::readTree).toList();
	}

	public List<String> notes() {
		return this.notes;
	}

	/** Names of the candidate's files. */
	public List<String> files() {
		return this.files;
	}

	/** What was uploaded to the storage, by handle. */
	public Map<String, byte[]> stored() {
		return this.stored;
	}

	/** Updates that Ashby has taken, without repeats. */
	List<JsonNode> accepted() {
		return this.accepted.stream().map(JSON::readTree).toList();
	}

	JsonNode last() {
		return accepted().getLast();
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			byte[] body = exchange.getRequestBody().readAllBytes();
			this.calls.add(new Call(System.nanoTime(), exchange.getRequestURI().getPath(),
					exchange.getRequestHeaders().getFirst("Ashby-Version"), body));
			Reaction reaction = this.reactions.poll();
			if (!authorized(exchange)) {
				reply(exchange, 403, "{\"success\":false,\"errors\":[\"unauthorized\"]}");
			}
			else if (reaction != null) {
				reaction.to(exchange, body);
			}
			else {
				reply(exchange, 200, apply(exchange, body));
			}
		}
	}

	private boolean authorized(HttpExchange exchange) {
		if (exchange.getRequestURI().getPath().startsWith("/storage/")) {
			return exchange.getRequestHeaders().getFirst("Authorization") == null;
		}
		String expected = "Basic "
				+ Base64.getEncoder().encodeToString((this.key + ":").getBytes(StandardCharsets.UTF_8));
		return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
	}

	private synchronized String apply(HttpExchange exchange, byte[] body) {
		String path = exchange.getRequestURI().getPath();
		if (path.startsWith("/storage/")) {
			this.stored.put(path.substring("/storage/".length()), body);
			return "";
		}
		JsonNode call = JSON.readTree(body);
		return switch (path) {
			case "/assessment.update" -> judge(this.accepted, body);
			case "/assessment.addCompletedToCandidate" -> judge(this.completed, body);
			case "/candidate.createNote" -> {
				this.notes.add(call.path("note").path("value").asString());
				yield success(JSON.createObjectNode().put("id", "note-" + this.notes.size()));
			}
			case "/candidate.listNotes" -> success(list(this.notes, "content"));
			case "/candidate.info" -> success(JSON.createObjectNode()
				.put("id", call.path("id").asString())
				.put("name", "Adam Hart")
				.set("fileHandles", list(this.files, "name")));
			case "/file.createFileUploadHandle" -> place(call);
			case "/candidate.uploadFile" -> attach(call.path("fileHandle").asString());
			default -> "{\"success\":false,\"errors\":[\"invalid_input\"]}";
		};
	}

	private String place(JsonNode call) {
		String handle = "handle-" + (this.names.size() + 1);
		this.names.put(handle, call.path("filename").asString());
		return success(JSON.createObjectNode()
			.put("handle", handle)
			.put("url", baseUrl() + "/storage/" + handle)
			.set("fields", JSON.createObjectNode().put("key", handle).put("policy", "p")));
	}

	private String attach(String handle) {
		if (!this.stored.containsKey(handle)) {
			return "{\"success\":false,\"errors\":[\"invalid_input\"]}";
		}
		this.files.add(this.names.get(handle));
		return success(JSON.createObjectNode().put("id", "candidate-1"));
	}

	private static JsonNode list(List<String> values, String member) {
		return JSON.valueToTree(values.stream().map((value) -> Map.of(member, value)).toList());
	}

	private static String success(JsonNode results) {
		return JSON.createObjectNode().put("success", true).set("results", results).toString();
	}

	private static String judge(List<byte[]> taken, byte[] body) {
		if (taken.stream().noneMatch((earlier) -> Arrays.equals(earlier, body))) {
			long newest = taken.stream()
				.mapToLong((earlier) -> JSON.readTree(earlier).path("timestamp").asLong())
				.max()
				.orElse(0);
			if (JSON.readTree(body).path("timestamp").asLong() <= newest) {
				return "{\"success\":false,\"errors\":[\"invalid_input\"]}";
			}
			taken.add(body);
		}
		return success(JSON.createObjectNode());
	}

	private void await() {
		try {
			this.closed.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static void reply(HttpExchange exchange, int status, String body) throws IOException {
		byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, (bytes.length == 0) ? -1 : bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	@Override
	public void close() {
		this.closed.countDown();
		this.server.stop(0);
	}

	public record Call(long nanos, String path, String version, byte[] body) {

	}

	private interface Reaction {

		void to(HttpExchange exchange, byte[] body) throws IOException;

	}

}
