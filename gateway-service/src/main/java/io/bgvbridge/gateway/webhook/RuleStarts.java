package io.bgvbridge.gateway.webhook;

import java.util.Optional;

import io.bgvbridge.gateway.assessment.Assessment;
import io.bgvbridge.gateway.assessment.AutoStarts;
import io.bgvbridge.gateway.assessment.Erasures;
import io.bgvbridge.gateway.assessment.Origin;
import io.bgvbridge.gateway.assessment.StartVerification.Order;
import io.bgvbridge.gateway.connection.CandidateNeed;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.OrderablePackage;
import io.bgvbridge.gateway.connection.PackageRefreshes;
import io.bgvbridge.gateway.connection.Packages;
import io.bgvbridge.gateway.connection.Provider;
import io.bgvbridge.gateway.connection.StartRule;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import org.springframework.stereotype.Component;

/**
 * Checks that a connection's rule starts, as far as nothing is in the way.
 */
@Component
class RuleStarts {

	private static final Logger log = LoggerFactory.getLogger(RuleStarts.class);

	private static final String STARTED_BEFORE = "started-before";

	private static final String NOT_LISTED = "packages-not-listed";

	private final AutoStarts autoStarts;

	private final Erasures erasures;

	private final Packages packages;

	private final PackageRefreshes refreshes;

	private final MeterRegistry meters;

	RuleStarts(AutoStarts autoStarts, Erasures erasures, Packages packages, PackageRefreshes refreshes,
			MeterRegistry meters) {
		this.autoStarts = autoStarts;
		this.erasures = erasures;
		this.packages = packages;
		this.refreshes = refreshes;
		this.meters = meters;
	}

	/**
	 * What the rule orders.
	 * @return empty if it orders nothing here; that has been counted then
	 * @throws NotListedYet if it is not known yet what can be ordered
	 */
	Optional<OrderablePackage> ordered(Connection connection, StartRule rule, Application application) {
		Optional<OrderablePackage> listed = this.packages.listed(connection.connectionId(), rule.packageKey());
		String obstacle = obstacle(connection, application, listed.isPresent());
		if (obstacle.isEmpty()) {
			return listed;
		}
		this.meters.counter("bgv.autostarts", "outcome", obstacle).increment();
		if (obstacle.equals(NOT_LISTED)) {
			this.refreshes.ask(connection.connectionId());
			throw new NotListedYet();
		}
		// An application that comes back to the stage is nothing to look into.
		log.atLevel(obstacle.equals(STARTED_BEFORE) ? Level.INFO : Level.WARN)
			.log("autostart.ignored connection={} application={} reason={}", connection.connectionId(),
					application.applicationId(), obstacle);
		return Optional.empty();
	}

	private String obstacle(Connection connection, Application application, boolean listed) {
		if (!connection.takesOrders()) {
			return "connection-off";
		}
		if (this.erasures.isErased(connection.connectionId(), application.candidateId())) {
			return "candidate-erased";
		}
		if (application.name().isEmpty()) {
			return "no-name";
		}
		if (!listed) {
			return this.packages.areKnown(connection.connectionId()) ? "package-gone" : NOT_LISTED;
		}
		return switch (this.autoStarts.progress(connection.connectionId(), application.applicationId())) {
			case OVER -> STARTED_BEFORE;
			case PENDING -> "";
			case NONE -> isOutOfCredits(connection) ? "no-credits" : "";
		};
	}

	private boolean isOutOfCredits(Connection connection) {
		boolean out = this.packages.isOutOfCredits(connection.connectionId());
		if (out) {
			this.refreshes.ask(connection.connectionId());
		}
		return out;
	}

	/** Where it is demanded, a phone that the provider refuses is asked about later. */
	private static @Nullable String phone(Connection connection, Application application) {
		String phone = application.phone();
		Provider provider = connection.provider();
		return (phone == null || provider.demands(CandidateNeed.PHONE) || provider.phones().accepts(phone)) ? phone
				: null;
	}

	void start(Connection connection, Application application, OrderablePackage ordered) {
		Assessment assessment = this.autoStarts.start(application.start(ordered.assessmentTypeId()),
				new Order(connection, ordered, phone(connection, application), Origin.AUTO_START));
		boolean ours = assessment.origin() == Origin.AUTO_START;
		this.meters.counter("bgv.autostarts", "outcome", ours ? "started" : "recruiter-was-first").increment();
		log.info("autostart.done connection={} assessment={} application={} origin={}", connection.connectionId(),
				assessment.assessmentId(), application.applicationId(), assessment.origin());
	}

}
