package io.bgvbridge.sync;

import java.time.Instant;
import java.util.UUID;

import io.bgvbridge.sync.Assessment.Shown;

/**
 * Assessments as tests need them.
 */
final class Samples {

	static final UUID ASSESSMENT = UUID.fromString("0190a5c0-0000-7000-8000-000000000001");

	static final Instant STARTED = Instant.parse("2026-11-01T10:00:00Z");

	static final Shown NOTHING_SHOWN = new Shown(0, null, false, false, 0);

	private Samples() {
	}

	static Standing standing(State state, Reason reason, Conclusion conclusion, String words) {
		boolean ended = switch (state.telling()) {
			case NOTHING, PROGRESS -> false;
			case COMPLETION, CANCELLATION -> true;
		};
		return new Standing(7, state, reason, conclusion, "springverify", "918273", words, STARTED.plusSeconds(60),
				ended);
	}

	static Assessment assessment(Standing newest, Shown shown) {
		return new Assessment(ASSESSMENT, new UUID(0, 1), STARTED, newest, shown, null, 0);
	}

}
