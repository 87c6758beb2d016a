package io.bgvbridge.sync;

import java.time.Duration;
import java.util.UUID;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.work.Outcome;
import io.bgvbridge.sync.Assessment.Pending;
import io.bgvbridge.sync.connection.AshbyCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Sends a committed body to Ashby.
 */
@Component
class Delivery {

	private static final Logger log = LoggerFactory.getLogger(Delivery.class);

	private final AshbyCalls ashby;

	private final Aftermath aftermath;

	Delivery(AshbyCalls ashby, Aftermath aftermath) {
		this.ashby = ashby;
		this.aftermath = aftermath;
	}

	Outcome send(Sending sending) {
		long begin = System.nanoTime();
		try {
			send(sending.assessment().connectionId(), sending.pending());
			log(sending, begin, "accepted");
			return this.aftermath.accepted(sending);
		}
		catch (VendorFailure ex) {
			log(sending, begin, String.valueOf(ex.getMessage()));
			return this.aftermath.failed(sending, ex);
		}
	}

	private void send(UUID connectionId, Pending pending) {
		switch (pending.channel()) {
			case UPDATE -> this.ashby.update(connectionId, pending.body());
			case COMPLETED -> this.ashby.addCompleted(connectionId, pending.body());
		}
	}

	private static void log(Sending sending, long begin, String outcome) {
		log.info(
				"ashby.updated channel={} assessmentId={} connectionId={} revision={} timestamp={} attempt={} repeated={} millis={} outcome=\"{}\"",
				sending.pending().channel(), sending.assessment().assessmentId(), sending.assessment().connectionId(),
				sending.pending().revision(), sending.pending().timestamp(), sending.item().attempts() + 1,
				sending.repeated(), Duration.ofNanos(System.nanoTime() - begin).toMillis(), outcome);
	}

}
