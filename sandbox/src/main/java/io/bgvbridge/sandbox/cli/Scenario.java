package io.bgvbridge.sandbox.cli;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * A walk that can be chosen by name.
 */
enum Scenario {

	/** One check from Start to report, then cancel and re-start. */
	CHECK("check"),
	/** A check that a stage change starts by itself. */
	STAGE_CHANGE("stage-change");

	private final String title;

	Scenario(String title) {
		this.title = title;
	}

	/** The scenario of that name, or null. */
	static @Nullable Scenario of(String title) {
		return Arrays.stream(values()).filter((scenario) -> scenario.title.equals(title)).findFirst().orElse(null);
	}

	/** All names. */
	static String titles() {
		return Arrays.stream(values()).map((scenario) -> scenario.title).collect(Collectors.joining(", "));
	}

	/**
	 * Walks.
	 * @throws WalkFailure if a hop is not as it must be
	 */
	void go(Walk walk) {
		switch (this) {
			case CHECK -> new CheckScenario(walk).go();
			case STAGE_CHANGE -> new StageChangeScenario(walk).go();
		}
	}

}
