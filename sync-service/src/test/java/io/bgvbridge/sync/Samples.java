package io.bgvbridge.sync;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.sync.Assessment.Shown;

/**
 * Assessments as tests need them.
 */
final class Samples {

	static final UUID ASSESSMENT = UUID.fromString("0190a5c0-0000-7000-8000-000000000001");

	static final UUID TYPE = UUID.fromString("e9ed20fd-d45f-4aad-8a00-a19bfba0083e");

	static final Instant STARTED = Instant.parse("2026-11-01T10:00:00Z");

	static final Shown NOTHING_SHOWN = new Shown(0, null, null, false, false, 0);

	private Samples() {
	}

	static Standing standing(State state, Reason reason, Conclusion conclusion, String words) {
		boolean ended = switch (state.telling()) {
			case NOTHING, START, PROGRESS -> false;
			case COMPLETION, CANCELLATION -> true;
		};
		return standing(state, reason, conclusion, new Details(words, "India Standard", List.of()), null, ended);
	}

	static Standing standing(State state, Reason reason, Conclusion conclusion, Details details, Instant expectedAt,
			boolean ended) {
		return new Standing(7, state, reason, conclusion, "springverify", "918273", details, expectedAt,
				STARTED.plusSeconds(60), ended);
	}

	static Assessment assessment(Standing newest, Shown shown) {
		return assessment(Origin.RECRUITER, newest, shown, 0, 0);
	}

	static Assessment assessment(Origin origin, Standing newest, Shown shown, long failed, long tellAgain) {
		return new Assessment(ASSESSMENT, new UUID(0, 1), STARTED, new Subject(origin, "candidate-1", TYPE), newest,
				shown, null, failed, false, tellAgain, false);
	}

}
