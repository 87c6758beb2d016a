package io.bgvbridge.messaging.configuration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Lets Spring Boot say what is wrong, without a stack trace.
 */
final class UnusableEnvironmentAnalyzer extends AbstractFailureAnalyzer<UnusableEnvironment> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, UnusableEnvironment cause) {
		return new FailureAnalysis(String.join("\n", cause.sentences()),
				"Mend these environment variables and start again; the README has a table of all.", cause);
	}

}
