package io.bgvbridge.gateway.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Failed attempts to sign in, by name. After ten in a row each further one has to wait,
 * up to a minute: long enough against guessing, too short to lock anybody out.
 */
@Component
public final class SignInAttempts {

	private static final int FREE = 10;

	private static final int LONGEST_SECONDS = 60;

	private final JdbcClient jdbc;

	SignInAttempts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** How long a name has to wait; empty if it never failed of late. */
	Optional<Duration> pause(String name) {
		return this.jdbc.sql("""
				select greatest(0, ceil(extract(epoch from retry_at - now()))) from sign_in_attempt
				where name_hash = ?
				""").param(hash(name)).query(Long.class).optional().map(Duration::ofSeconds);
	}

	void failed(String name) {
		this.jdbc
			.sql("""
					insert into sign_in_attempt as held (name_hash, failures, failed_at, retry_at)
					values (:name, 1, now(), now())
					on conflict (name_hash) do update set failed_at = now(),
						failures = case when held.failed_at < now() - interval '1 hour' then 1 else held.failures + 1 end,
						retry_at = case when held.failed_at < now() - interval '1 hour' or held.failures < :free then now()
							else now() + least(:longest, power(2, least(held.failures - :free, 10))) * interval '1 second' end
					""")
			.param("name", hash(name))
			.param("free", FREE)
			.param("longest", LONGEST_SECONDS)
			.update();
	}

	void succeeded(String name) {
		this.jdbc.sql("delete from sign_in_attempt where name_hash = ?").param(hash(name)).update();
	}

	/**
	 * Forgets those that count no more.
	 */
	public void forget() {
		this.jdbc.sql("delete from sign_in_attempt where failed_at < now() - interval '1 day'").update();
	}

	private static byte[] hash(String name) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
