package io.bgvbridge.messaging.configuration;

import java.util.List;

/**
 * Environment variables are missing or malformed.
 */
final class UnusableEnvironment extends RuntimeException {

	private final transient List<String> sentences;

	UnusableEnvironment(List<String> sentences) {
		super(sentences.size() + " environment variables are missing or malformed");
		this.sentences = List.copyOf(sentences);
	}

	/** What is wrong, a sentence each. */
	List<String> sentences() {
		return this.sentences;
	}

}
