package io.bgvbridge.gateway.webhook;

import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.gateway.assessment.Erasures;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.OrderablePackage;
import io.bgvbridge.gateway.connection.StartRule;
import io.bgvbridge.messaging.inbox.Inbox;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What webhooks tell. Each is published, then has its effect here, and only then is
 * remembered: a crash in between heals with Ashby's next delivery.
 */
@Component
class Webhooks {

	private final RuleStarts ruleStarts;

	private final Erasures erasures;

	private final AshbyWebhookReceivedPublisher publisher;

	private final Inbox inbox;

	private final TransactionOperations transactions;

	Webhooks(RuleStarts ruleStarts, Erasures erasures, AshbyWebhookReceivedPublisher publisher, Inbox inbox,
			TransactionOperations transactions) {
		this.ruleStarts = ruleStarts;
		this.erasures = erasures;
		this.publisher = publisher;
		this.inbox = inbox;
		this.transactions = transactions;
	}

	/**
	 * Takes a webhook.
	 * @return what became of it
	 */
	Outcome take(Connection connection, Action action, AshbyWebhook webhook) {
		UUID connectionId = connection.connectionId();
		UUID eventId = webhook.eventId(connectionId);
		return switch (action) {
			case STAGE_CHANGE, HIRE -> moved(connection, action, webhook, eventId);
			case MERGE -> once(Report.merged(eventId, connectionId, webhook.id("deletedCandidate", "id"),
					webhook.id("mergedCandidate", "id")), () -> {
					});
			case DELETE -> {
				String candidateId = webhook.id("candidate", "id");
				yield once(Report.deleted(eventId, connectionId, candidateId),
						() -> this.erasures.erase(connectionId, candidateId));
			}
		};
	}

	private Outcome moved(Connection connection, Action action, AshbyWebhook webhook, UUID eventId) {
		StartRule rule = connection.setup().autoStart();
		if (rule == null) {
			return Outcome.IGNORED;
		}
		Application application = Application.of(webhook);
		if (!application.matches(rule, action)) {
			return Outcome.IGNORED;
		}
		if (this.inbox.hasTaken(eventId)) {
			return Outcome.REPEATED;
		}
		Optional<OrderablePackage> ordered = this.ruleStarts.ordered(connection, rule, application);
		if (ordered.isEmpty()) {
			return Outcome.IGNORED;
		}
		return once(Report.moved(eventId, connection.connectionId(), action, application),
				() -> this.ruleStarts.start(connection, application, ordered.get()));
	}

	private Outcome once(Report report, Runnable effect) {
		if (this.inbox.hasTaken(report.eventId())) {
			return Outcome.REPEATED;
		}
		this.publisher.received(report);
		effect.run();
		this.transactions.executeWithoutResult((status) -> this.inbox.take(report.eventId()));
		return Outcome.TAKEN;
	}

	/**
	 * What became of a webhook.
	 */
	enum Outcome {

		/** It was published, and had its effect. */
		TAKEN,
		/** It was known already. */
		REPEATED,
		/** It does not matter here. */
		IGNORED

	}

}
