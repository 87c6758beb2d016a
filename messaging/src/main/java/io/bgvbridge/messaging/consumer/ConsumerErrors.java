package io.bgvbridge.messaging.consumer;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;

import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ConsumerAwareRecordRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer.HeaderNames.HeadersToAdd;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/**
 * What becomes of a record whose listener failed. While something that the service stands
 * on is away, the record is tried again for ever and its partition waits. Any other
 * failure is tried once more; then the record goes to the service's dead-letter topic
 * byte for byte, and the partition goes on.
 */
public final class ConsumerErrors {

	private static final long FIRST_WAIT_MILLIS = 250;

	private static final long LONGEST_WAIT_MILLIS = 5_000;

	private static final Duration JUDGED_AGAIN_AFTER = Duration.ofMinutes(1);

	private ConsumerErrors() {
	}

	/**
	 * The policy as spring-kafka's error handler.
	 * @param template publishes to the dead-letter topics
	 * @param service the service's name in the names of its dead-letter topics
	 * @return the handler
	 */
	public static CommonErrorHandler policy(KafkaOperations<String, byte[]> template, String service) {
		return policy(template, service, JUDGED_AGAIN_AFTER);
	}

	static CommonErrorHandler policy(KafkaOperations<String, byte[]> template, String service, Duration judgedAgain) {
		DefaultErrorHandler handler = new DefaultErrorHandler(unlessOutage(deadLetters(template, service)));
		handler.setBackOffFunction(
				(received, failure) -> Outages.isOutage(failure) ? untilItPasses(judgedAgain) : onceMore());
		// The function above decides alone; the built-in list would skip the second try.
		handler.setClassifications(Map.of(), true);
		return handler;
	}

	private static DeadLetterPublishingRecoverer deadLetters(KafkaOperations<String, byte[]> template, String service) {
		DeadLetterPublishingRecoverer deadLetters = new DeadLetterPublishingRecoverer(template,
				(received, failure) -> new TopicPartition(source(received.topic(), service) + "." + service + ".dlt",
						received.partition()));
		deadLetters.setFailIfSendResultIsError(true);
		// Messages and stack traces can quote the record; the class name is enough.
		deadLetters.excludeHeader(HeadersToAdd.EX_MSG, HeadersToAdd.EX_STACKTRACE);
		return deadLetters;
	}

	/** A dead letter that came back and failed again belongs where it was before. */
	private static String source(String topic, String service) {
		String redrive = "." + service + ".redrive";
		return topic.endsWith(redrive) ? topic.substring(0, topic.length() - redrive.length()) : topic;
	}

	/**
	 * Spring asks for a new back-off only where the class of the exception has changed,
	 * so the last failure is judged once more; a record that is kept begins anew.
	 */
	private static ConsumerAwareRecordRecoverer unlessOutage(ConsumerAwareRecordRecoverer deadLetters) {
		return (received, consumer, failure) -> {
			if (failure != null && Outages.isOutage(failure)) {
				throw new ListenerExecutionFailedException("An outage is no reason to give a record up", failure);
			}
			deadLetters.accept(received, consumer, failure);
		};
	}

	private static BackOff untilItPasses(Duration judgedAgain) {
		ExponentialBackOff backOff = new ExponentialBackOff(FIRST_WAIT_MILLIS, 2);
		backOff.setMaxInterval(LONGEST_WAIT_MILLIS);
		backOff.setMaxElapsedTime(judgedAgain.toMillis());
		return backOff;
	}

	private static BackOff onceMore() {
		return new FixedBackOff(0, 1);
	}

}
