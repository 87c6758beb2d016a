package io.bgvbridge.messaging.consumer;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.kafka.support.KafkaHeaders;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;

class ConsumerErrorsTests {

	private static final Exception OUTAGE = new DataAccessResourceFailureException("database away");

	private static final Exception FAULT = new IllegalArgumentException("quotes the record: Zoë");

	private static final Exception FAILED_BY_OUTAGE = new TransactionSystemException("", new SQLException("", "57P01"));

	private static final Exception FAILED_BY_FAULT = new TransactionSystemException("", new SQLException("", "23505"));

	private final Deliveries deliveries = new Deliveries(Duration.ofMillis(600));

	@Test
	void keepARecordWhileThereIsAnOutage() {
		assertThat(this.deliveries.until(5, (delivery) -> OUTAGE)).isEqualTo(6);

		assertThat(this.deliveries.deadLetters()).isEmpty();
		assertThat(this.deliveries.position()).isEqualTo(17);
	}

	@Test
	void giveAnyOtherFailureUpAfterTheSecondDelivery() {
		assertThat(this.deliveries.until(5, (delivery) -> FAULT)).isEqualTo(2);

		assertThat(this.deliveries.deadLetters()).singleElement().satisfies((letter) -> {
			assertThat(letter.topic()).isEqualTo("bgv.work-reported.v1.sync-service.dlt");
			assertThat(letter.partition()).isEqualTo(Deliveries.PARTITION.partition());
			assertThat(letter.key()).isEqualTo("key");
			assertThat(letter.value()).isEqualTo(Deliveries.VALUE);
		});
	}

	@Test
	void putALetterThatCameBackWhereItWasBefore() {
		Deliveries redriven = new Deliveries(Duration.ofMinutes(1),
				new TopicPartition(Topics.redrive(Deliveries.PARTITION.topic(), "sync-service"), 0));

		assertThat(redriven.until(5, (delivery) -> FAULT)).isEqualTo(2);

		assertThat(redriven.deadLetters()).singleElement()
			.satisfies((letter) -> assertThat(letter.topic()).isEqualTo("bgv.work-reported.v1.sync-service.dlt"));
	}

	@Test
	void tryFaultsAgainThatSpringWouldTakeForFatal() {
		assertThat(this.deliveries.until(5, (delivery) -> new ClassCastException())).isEqualTo(2);
	}

	@Test
	void quoteNothingOfTheRecordInADeadLettersHeaders() {
		this.deliveries.until(2, (delivery) -> FAULT);

		ProducerRecord<String, byte[]> letter = this.deliveries.deadLetters().getFirst();
		assertThat(letter.headers()).extracting(Header::key)
			.contains(KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN, KafkaHeaders.DLT_ORIGINAL_OFFSET)
			.doesNotContain(KafkaHeaders.DLT_EXCEPTION_MESSAGE, KafkaHeaders.DLT_EXCEPTION_STACKTRACE);
		assertThat(letter.headers())
			.noneMatch((header) -> new String(header.value(), StandardCharsets.UTF_8).contains("Zoë"));
	}

	@Test
	void keepARecordThatCannotBecomeADeadLetter() {
		this.deliveries.refuseDeadLetters(new TimeoutException("Kafka away"));
		assertThat(this.deliveries.until(4, (delivery) -> FAULT)).isEqualTo(5);

		this.deliveries.refuseDeadLetters(null);

		assertThat(this.deliveries.until(5, (delivery) -> FAULT)).isLessThanOrEqualTo(2);
		assertThat(this.deliveries.deadLetters()).hasSize(1);
	}

	@Test
	void countDeliveriesAnewAfterAnOutage() {
		assertThat(this.deliveries.until(10, failures(OUTAGE, OUTAGE, FAULT, OUTAGE, FAULT, FAULT))).isEqualTo(6);
	}

	/** Spring begins to count anew only where the exception's class has changed. */
	@Test
	void keepARecordInAnOutageThatFollowsAFaultOfTheSameClass() {
		assertThat(this.deliveries.until(4,
				failures(FAILED_BY_FAULT, FAILED_BY_OUTAGE, FAILED_BY_OUTAGE, FAILED_BY_OUTAGE)))
			.isEqualTo(5);

		assertThat(this.deliveries.deadLetters()).isEmpty();
	}

	@Test
	void giveAFaultUpThatFollowsAnOutageOfTheSameClass() {
		assertThat(this.deliveries.until(9, (delivery) -> (delivery < 3) ? FAILED_BY_OUTAGE : FAILED_BY_FAULT))
			.isBetween(3, 6);

		assertThat(this.deliveries.deadLetters()).hasSize(1);
	}

	private static java.util.function.IntFunction<Exception> failures(Exception... inOrder) {
		return (delivery) -> Arrays.asList(inOrder).get(delivery - 1);
	}

}
