package io.bgvbridge.gateway.upkeep;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import io.bgvbridge.gateway.GatewayTest;
import jakarta.validation.Validator;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@GatewayTest
class UpkeepTests {

	@Autowired
	private OldEvents events;

	@Autowired
	private Scheduler scheduler;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Validator validator;

	@Test
	void forgetsEventsThatKafkaCannotDeliverAgain() {
		UUID old = taken(Duration.ofDays(31));
		UUID recent = taken(Duration.ofDays(29));
		this.jdbc
			.sql("insert into inbox select gen_random_uuid(), now() - interval '40 days'"
					+ " from generate_series(1, 12000)")
			.update();
		this.events.forget();
		assertThat(isRemembered(old)).isFalse();
		assertThat(isRemembered(recent)).isTrue();
		assertThat(this.jdbc.sql("select count(*) from inbox where received_at < now() - interval '30 days'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	void comesBackByItself() {
		UUID old = taken(Duration.ofDays(31));
		this.scheduler.reschedule(TaskInstanceId.of("old-events-forgotten", "recurring"), Instant.now());
		this.scheduler.triggerCheckForDueExecutions();
		await().atMost(Duration.ofSeconds(20)).until(() -> !isRemembered(old));
		await().atMost(Duration.ofSeconds(20)).until(() -> this.jdbc.sql("""
				select count(*) from scheduled_tasks where task_instance = 'recurring'
					and (execution_time <= now() or picked or consecutive_failures > 0)
				""").query(Long.class).single() == 0);
		assertThat(this.jdbc.sql("select task_name from scheduled_tasks where task_instance = 'recurring'")
			.query(String.class)
			.list()).contains("token-expiry-warnings", "sign-in-attempts-forgotten", "old-events-forgotten",
					"old-letters-forgotten", "people-forgotten", "connections-drained");
	}

	@Test
	void keepsEventsForLongerThanTopicsKeepRecords() {
		assertThat(this.validator.validate(new UpkeepProperties(Duration.ofDays(7)))).hasSize(1);
		assertThat(this.validator.validate(new UpkeepProperties(Duration.ofDays(8)))).isEmpty();
	}

	private UUID taken(Duration ago) {
		UUID eventId = UUID.randomUUID();
		this.jdbc.sql("insert into inbox (event_id, received_at) values (?, ?)")
			.params(eventId, Instant.now().minus(ago).atOffset(ZoneOffset.UTC))
			.update();
		return eventId;
	}

	private boolean isRemembered(UUID eventId) {
		return this.jdbc.sql("select exists (select 1 from inbox where event_id = ?)")
			.param(eventId)
			.query(Boolean.class)
			.single();
	}

}
