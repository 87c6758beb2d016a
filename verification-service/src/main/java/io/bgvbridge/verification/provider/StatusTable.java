package io.bgvbridge.verification.provider;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.bgvbridge.verification.state.Progress;
import io.bgvbridge.verification.state.Reason;
import io.bgvbridge.verification.state.Result;
import io.bgvbridge.verification.state.State;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a provider's status codes mean, from {@code /status/<provider>.json}. The
 * documentation is made from the same files.
 */
public final class StatusTable {

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	private final Map<String, Row> rows = new LinkedHashMap<>();

	private StatusTable(String provider, List<Row> rows) {
		for (Row row : rows) {
			if (this.rows.put(row.code(), row) != null) {
				throw new IllegalStateException("Two rows for " + row.code() + " of " + provider);
			}
		}
	}

	/**
	 * Reads a provider's table.
	 * @param provider the provider's name
	 * @return the table
	 * @throws RuntimeException if there is none, or a row of it makes no sense
	 */
	public static StatusTable of(String provider) {
		String file = "/status/" + provider + ".json";
		try (InputStream in = Objects.requireNonNull(StatusTable.class.getResourceAsStream(file), file)) {
			return new StatusTable(provider, List.of(JSON.readValue(in, Row[].class)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What a code means. Nothing is guessed.
	 * @param code the provider's code
	 * @return {@code Known} if the table has it, else {@code Unknown}
	 */
	public Snapshot snapshot(String code) {
		Row row = this.rows.get(code);
		return (row != null) ? new Snapshot.Known(row.progress()) : new Snapshot.Unknown(code);
	}

	/**
	 * All that the table knows.
	 * @return the rows, in the file's order
	 */
	public List<Row> rows() {
		return List.copyOf(this.rows.values());
	}

	/**
	 * What one code means.
	 *
	 * @param code the provider's code, as the adapter reads it
	 * @param word what the provider calls it
	 * @param state our state
	 * @param reason why; null where the state says it all
	 * @param result what it is called in Ashby; null unless it is completed
	 * @param source where the meaning is known from, and how surely
	 */
	public record Row(String code, String word, State state, @Nullable Reason reason, @Nullable Result result,
			String source) {

		/**
		 * Checks a row.
		 */
		public Row {
			for (String text : new @Nullable String[] { code, word, source }) {
				if (text == null || text.isBlank()) {
					throw new IllegalArgumentException("A status without code, word or source: " + code);
				}
			}
			if (Objects.requireNonNull(state, code).isResult() != (result != null && result != Result.NONE)) {
				throw new IllegalArgumentException("A result belongs to a completed state, and to no other: " + code);
			}
		}

		Progress progress() {
			return new Progress(this.state, Objects.requireNonNullElse(this.reason, Reason.NONE),
					Objects.requireNonNullElse(this.result, Result.NONE));
		}

	}

}
