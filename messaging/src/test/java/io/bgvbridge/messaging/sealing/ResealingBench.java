package io.bgvbridge.messaging.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import com.google.crypto.tink.KeysetHandle;
import com.zaxxer.hikari.HikariDataSource;
import io.bgvbridge.messaging.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database with a sealed column, and the instances that lead its rows after the key.
 */
final class ResealingBench implements AutoCloseable {

	static final SealedColumn LETTERS = new SealedColumn("letter", "letter_id", "sealed_text", "test.letter");

	private static final int PAGE = 3;

	final TestDatabase database = TestDatabase.create();

	final JdbcClient jdbc = this.database.jdbc();

	private final List<Instance> instances = new ArrayList<>();

	ResealingBench() {
		this.jdbc.sql("create table letter (letter_id uuid primary key, sealed_text bytea)").update();
	}

	/** Begins to lead the rows, with a pool as small as one may be. */
	Instance start(Path keyset, PrimaryKeyChange... listeners) {
		Instance instance = new Instance(this.database.anotherPool(1), keyset, List.of(listeners));
		this.instances.add(instance);
		instance.resealing.start();
		return instance;
	}

	UUID write(Sealing sealing, String text) {
		UUID id = UUID.randomUUID();
		write(id, sealed(sealing, id, text));
		return id;
	}

	void write(UUID id, byte[] sealed) {
		this.jdbc.sql("""
				insert into letter (letter_id, sealed_text) values (?, ?)
				on conflict (letter_id) do update set sealed_text = excluded.sealed_text
				""").params(id, sealed).update();
	}

	byte[] read(UUID id) {
		return this.jdbc.sql("select sealed_text from letter where letter_id = ?")
			.param(id)
			.query(byte[].class)
			.single();
	}

	String text(Sealing sealing, UUID id) {
		return new String(sealing.open(LETTERS.place(), id.toString(), read(id)), StandardCharsets.UTF_8);
	}

	/** How many rows are sealed with a key. */
	long under(KeysetHandle keys) {
		byte[] prefix = ByteBuffer.allocate(5).put((byte) 1).putInt(keys.getPrimary().getId()).array();
		return this.jdbc.sql("select count(*) from letter where substring(sealed_text from 1 for 5) = ?")
			.param(prefix)
			.query(Long.class)
			.single();
	}

	static byte[] sealed(Sealing sealing, UUID id, String text) {
		return sealing.seal(LETTERS.place(), id.toString(), text.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void close() {
		this.instances.forEach(Instance::close);
		this.database.close();
	}

	/**
	 * One instance of a service.
	 */
	static final class Instance {

		final Sealing sealing;

		final Resealing resealing;

		final AtomicInteger told = new AtomicInteger();

		private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

		private final HikariDataSource pool;

		private Instance(HikariDataSource pool, Path keyset, List<PrimaryKeyChange> others) {
			this.pool = pool;
			this.sealing = new Sealing(keyset);
			JdbcClient jdbc = JdbcClient.create(pool);
			TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(pool));
			OlderRows older = new OlderRows(List.of(LETTERS));
			older.bindTo(this.meters);
			List<PrimaryKeyChange> listeners = new ArrayList<>(others);
			listeners.add(this.told::incrementAndGet);
			this.resealing = new Resealing(this.sealing, new PrimaryKeys(jdbc, transaction),
					new SealedColumns(List.of(LETTERS), new SealedRows(jdbc, transaction, this.sealing, PAGE), older),
					listeners, new ResealingProperties(Duration.ofMillis(20), Duration.ofMillis(200)));
		}

		/** Rows that this instance knows to be older; no number if it does not know. */
		double older() {
			return this.meters.get("bgv.sealing.rows.older")
				.tags("table", "letter", "column", "sealed_text")
				.gauge()
				.value();
		}

		void close() {
			this.resealing.stop();
			this.pool.close();
		}

	}

}
