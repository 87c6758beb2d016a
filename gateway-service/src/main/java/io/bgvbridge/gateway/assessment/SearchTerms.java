package io.bgvbridge.gateway.assessment;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.bgvbridge.messaging.sealing.KeyedHashes;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * By what a check is found without keeping it: keyed hashes of the lower-cased e-mail and
 * of each word of the name.
 */
@Component
public final class SearchTerms {

	private static final String EMAIL = "search-email";

	private static final String NAME = "search-name";

	private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

	/** What one name or search may cost. */
	private static final int MOST_WORDS = 12;

	private final JdbcClient jdbc;

	private final KeyedHashes hashes;

	SearchTerms(JdbcClient jdbc, KeyedHashes hashes) {
		this.jdbc = jdbc;
		this.hashes = hashes;
	}

	/**
	 * What a check must have to be found.
	 * @param text an e-mail address, or words of a name
	 * @return for each word, the hashes of which it must have one
	 */
	public List<List<byte[]>> of(String text) {
		String plain = text.strip();
		return plain.contains("@") ? List.of(this.hashes.hashes(EMAIL, lower(plain)))
				: words(plain).map((word) -> this.hashes.hashes(NAME, word)).toList();
	}

	/** In the transaction that wrote the person. */
	void add(UUID assessmentId, Person person) {
		Stream<byte[]> email = person.email().isBlank() ? Stream.empty()
				: Stream.of(this.hashes.hash(EMAIL, lower(person.email().strip())));
		Stream<byte[]> name = words(person.firstName() + " " + person.lastName())
			.map((word) -> this.hashes.hash(NAME, word));
		this.jdbc.sql("""
				insert into assessment_term (term_hash, assessment_id) select unnest(?), ? on conflict do nothing
				""").params(Stream.concat(email, name).toArray(byte[][]::new), assessmentId).update();
	}

	/** In the transaction that took the person away, and after it did. */
	void remove(UUID assessmentId) {
		this.jdbc.sql("delete from assessment_term where assessment_id = ?").param(assessmentId).update();
	}

	private static Stream<String> words(String text) {
		String plain = ACCENTS.matcher(Normalizer.normalize(lower(text), Normalizer.Form.NFD)).replaceAll("");
		return BETWEEN_WORDS.splitAsStream(plain).filter((word) -> !word.isEmpty()).distinct().limit(MOST_WORDS);
	}

	private static String lower(String text) {
		return text.toLowerCase(Locale.ROOT);
	}

}
