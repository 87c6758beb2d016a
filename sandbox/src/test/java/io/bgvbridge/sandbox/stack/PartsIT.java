package io.bgvbridge.sandbox.stack;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.schemas.Topics;
import io.bgvbridge.setup.SchemaSetup;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a test can do to the parts of a stack, whatever they are made of. It gets records
 * and tables of this test's own, so it is not the one that the end-to-end tests share.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartsIT {

	private final Stack stack = Stacks.fresh();

	@BeforeAll
	void start() {
		this.stack.start(Progress.SILENT);
	}

	@AfterAll
	void discard() {
		this.stack.discard();
	}

	@Test
	void keepsRecordsOfAKilledBroker() {
		String value = UUID.randomUUID().toString();
		produce(value);
		this.stack.kafka().kill();
		assertThat(this.stack.kafka().running()).isFalse();
		this.stack.kafka().start();
		produce("after " + value);
		assertThat(consumedUpTo("after " + value)).contains(value, "after " + value);
	}

	@Test
	void keepsRecordsOfAStoppedBroker() {
		String value = UUID.randomUUID().toString();
		produce(value);
		this.stack.kafka().stop();
		this.stack.kafka().start();
		produce("after " + value);
		assertThat(consumedUpTo("after " + value)).contains(value, "after " + value);
	}

	@Test
	void keepsSchemasOfAKilledRegistry() {
		this.stack.registry().kill();
		assertThat(this.stack.registry().running()).isFalse();
		this.stack.registry().start();
		assertThat(new SchemaSetup(this.stack.confluentApi(), Duration.ofSeconds(30)).plan()).isEmpty();
	}

	@Test
	void givesEachServiceADatabaseThatSurvivesAKill() throws Exception {
		for (Service service : Service.values()) {
			execute(service, "CREATE TABLE IF NOT EXISTS kept (id int)");
		}
		execute(Service.SYNC, "INSERT INTO kept VALUES (7)");
		this.stack.postgres().kill();
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(Service.SYNC, "SELECT 1"));
		this.stack.postgres().start();
		execute(Service.SYNC, "DELETE FROM kept WHERE id = 7 AND 1 / (SELECT count(*) FROM kept WHERE id = 7) = 1");
	}

	@Test
	void stopsAndStartsEachPartOnItsPort() {
		for (Part part : List.of(this.stack.kafka(), this.stack.registry(), this.stack.postgres())) {
			part.stop();
			assertThat(part.running()).as(part.name()).isFalse();
			part.start();
			assertThat(part.running()).as(part.name()).isTrue();
		}
	}

	@Test
	void freezesAndThawsPostgres() throws Exception {
		this.stack.postgres().freeze();
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> execute(Service.GATEWAY, "SELECT 1"));
		this.stack.postgres().thaw();
		execute(Service.GATEWAY, "SELECT 1");
	}

	@Test
	void stopsAFrozenPart() throws Exception {
		this.stack.postgres().freeze();
		assertThat(this.stack.postgres().running()).isTrue();
		this.stack.postgres().stop();
		assertThat(this.stack.postgres().running()).isFalse();
		this.stack.postgres().start();
		execute(Service.GATEWAY, "SELECT 1");
	}

	@Test
	void killsAFrozenPart() throws Exception {
		this.stack.postgres().freeze();
		this.stack.postgres().kill();
		assertThat(this.stack.postgres().running()).isFalse();
		this.stack.postgres().start();
		execute(Service.GATEWAY, "SELECT 1");
	}

	@Test
	void refusesASecondStart() {
		assertThatExceptionOfType(StackFailure.class).isThrownBy(this.stack.postgres()::start)
			.withMessage("PostgreSQL is running already.");
	}

	@Test
	void leavesAStoppedPartAlone() {
		Part postgres = this.stack.postgres();
		postgres.stop();
		postgres.stop();
		postgres.kill();
		postgres.freeze();
		postgres.thaw();
		assertThat(postgres.running()).isFalse();
		postgres.start();
	}

	private void produce(String value) {
		try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", this.stack.bootstrapServers()),
				new StringSerializer(), new StringSerializer())) {
			assertThat(producer.send(new ProducerRecord<>(Topics.WORK_REPORTED, "key", value)))
				.succeedsWithin(Duration.ofSeconds(20));
		}
	}

	private List<String> consumedUpTo(String last) {
		Map<String, Object> settings = Map.of("bootstrap.servers", this.stack.bootstrapServers(), "group.id",
				UUID.randomUUID().toString(), "auto.offset.reset", "earliest");
		try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
			consumer.subscribe(List.of(Topics.WORK_REPORTED));
			var values = new ArrayList<String>();
			Patience.until(Duration.ofSeconds(20), () -> {
				consumer.poll(Duration.ofMillis(500)).forEach((record) -> values.add(record.value()));
				return values.contains(last);
			});
			return values;
		}
	}

	private void execute(Service service, String sql) throws SQLException {
		Database database = this.stack.database(service);
		try (Connection connection = DriverManager.getConnection(
				database.url() + "?loginTimeout=2&connectTimeout=2&socketTimeout=2", database.user(),
				database.password()); var statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

}
