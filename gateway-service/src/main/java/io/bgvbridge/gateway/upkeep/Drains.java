package io.bgvbridge.gateway.upkeep;

import java.util.UUID;

import io.bgvbridge.gateway.connection.Deletions;
import io.bgvbridge.gateway.connection.Deletions.Draining;
import io.bgvbridge.gateway.verification.Cancels;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Connections that are being deleted, until nothing of them is under way any more.
 */
@Component
class Drains {

	private static final Logger log = LoggerFactory.getLogger(Drains.class);

	/** The rest is for the next time. */
	private static final int CANCELS = 200;

	private final Deletions deletions;

	private final OpenBusiness business;

	private final Farewells farewells;

	private final Cancels cancels;

	Drains(Deletions deletions, OpenBusiness business, Farewells farewells, Cancels cancels) {
		this.deletions = deletions;
		this.business = business;
		this.farewells = farewells;
		this.cancels = cancels;
	}

	/** Looks at each of them; one that fails does not stop the others. */
	void run() {
		for (Draining draining : this.deletions.asked()) {
			try {
				drain(draining);
			}
			catch (RuntimeException ex) {
				log.warn("connection.drain-failed connection={} failure={}", draining.connectionId(), ex.toString());
			}
		}
	}

	private void drain(Draining draining) {
		UUID connectionId = draining.connectionId();
		String operator = draining.forcedBy();
		if (operator != null) {
			this.business.openChecks(connectionId, CANCELS)
				.forEach((assessmentId) -> this.cancels.byOperator(assessmentId, operator));
		}
		if (this.business.isUnderWay(connectionId)) {
			log.info("connection.draining connection={}", connectionId);
			return;
		}
		if (this.farewells.erase(connectionId)) {
			this.deletions.end(connectionId);
		}
	}

}
