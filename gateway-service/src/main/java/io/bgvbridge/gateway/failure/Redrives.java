package io.bgvbridge.gateway.failure;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import io.bgvbridge.gateway.audit.Audit;
import io.bgvbridge.gateway.failure.DeadLetterStore.Kept;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.server.ResponseStatusException;

/**
 * Second chances of dead letters. A service takes each event once, so that a letter that
 * comes back twice does no harm.
 */
@Component
public class Redrives {

	private static final Logger log = LoggerFactory.getLogger(Redrives.class);

	private final DeadLetterStore store;

	private final DeadLetterSource source;

	private final RedrivePublisher publisher;

	private final Audit audit;

	private final TransactionOperations transactions;

	Redrives(DeadLetterStore store, DeadLetterSource source, RedrivePublisher publisher, Audit audit,
			TransactionOperations transactions) {
		this.store = store;
		this.source = source;
		this.publisher = publisher;
		this.audit = audit;
		this.transactions = transactions;
	}

	/**
	 * Sends a dead letter back to its service, unless that was done already. A crash
	 * between Kafka's acknowledgement and the row only lets it be sent once more.
	 * @param letterId the letter
	 * @param operator who asks
	 * @return when it was sent back
	 * @throws ResponseStatusException if there is no such letter, or Kafka does not hold
	 * it any more
	 */
	public Redriven redrive(UUID letterId, String operator) {
		Kept kept = this.store.find(letterId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such dead letter."));
		DeadLetter letter = kept.letter();
		if (kept.redrivenAt() != null) {
			return new Redriven(letterId, letter.service(), kept.redrivenAt(), true);
		}
		ConsumerRecord<String, byte[]> found = this.source.read(letter.place())
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.GONE,
					"Kafka does not hold this record any more: dead letters are kept for 7 days."));
		this.publisher.redrive(letter, found);
		Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
		this.transactions.executeWithoutResult((status) -> {
			this.store.redriven(letterId, at, operator);
			this.audit.changed(operator, "dead-letter.redrive", letterId.toString());
		});
		log.info("letter.redriven letter={} source={} service={} operator={}", letterId, letter.source(),
				letter.service(), operator);
		return new Redriven(letterId, letter.service(), at, false);
	}

	/**
	 * A dead letter that was sent back.
	 *
	 * @param id the letter
	 * @param service the service that it was sent back to
	 * @param redrivenAt when, the first time
	 * @param before whether that was before, and nothing was done now
	 */
	public record Redriven(UUID id, String service, Instant redrivenAt, boolean before) {
	}

}
