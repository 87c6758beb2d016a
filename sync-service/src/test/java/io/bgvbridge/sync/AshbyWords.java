package io.bgvbridge.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.bgvbridge.ashby.AssessmentUpdate;
import io.bgvbridge.ashby.DataValue;
import io.bgvbridge.sync.State.Telling;
import org.jspecify.annotations.Nullable;

/**
 * The table of what Ashby shows, made from the updates themselves.
 */
final class AshbyWords {

	private static final String NONE = "–";

	private AshbyWords() {
	}

	/** The table in Markdown, with one line for each set of words. */
	static String table() {
		List<String> lines = new ArrayList<>(
				List.of("| State | Reason | Outcome | Status | Result | Cancelled reason |",
						"| --- | --- | --- | --- | --- | --- |"));
		for (Telling telling : Telling.values()) {
			rows(telling).stream().map(Row::line).forEach(lines::add);
		}
		return String.join("\n", lines);
	}

	/**
	 * The words of progress follow from the state first, those of a result from the
	 * outcome, those of an end without a result from the reason.
	 */
	private static List<Row> rows(Telling telling) {
		Map<List<Object>, Row> rows = new LinkedHashMap<>();
		for (State state : statesOf(telling)) {
			for (Reason reason : Reason.values()) {
				for (Conclusion outcome : Conclusion.values()) {
					Enum<?> anchor = switch (telling) {
						case NOTHING, START, PROGRESS -> state;
						case COMPLETION -> outcome;
						case CANCELLATION -> reason;
					};
					Words words = words(Samples.standing(state, reason, outcome, null));
					rows.computeIfAbsent(List.of(anchor, words), (key) -> new Row(telling, anchor, words))
						.add(state, reason, outcome);
				}
			}
		}
		return rows.values().stream().sorted(Comparator.comparingInt((row) -> row.anchor().ordinal())).toList();
	}

	private static List<State> statesOf(Telling telling) {
		return Stream.of(State.values()).filter((state) -> state.telling() == telling).toList();
	}

	private static Words words(Standing standing) {
		if (standing.state().telling() == Telling.NOTHING) {
			return new Words("nothing is sent", NONE, NONE);
		}
		AssessmentUpdate update = UpdateDraft.of(
				Samples.assessment(standing, new Assessment.Shown(3, null, null, false, false, 1)),
				"https://bgv.example.com/reports/" + Samples.ASSESSMENT, true);
		return new Words(value(update.status()), value(update.result()), value(update.cancelledReason()));
	}

	private static String value(@Nullable DataValue value) {
		return (value == null) ? NONE : value.value();
	}

	/**
	 * What an update says.
	 */
	private record Words(String status, String result, String cancelled) {

	}

	/**
	 * Everything that is told in the same words.
	 */
	private record Row(Telling telling, Enum<?> anchor, Words words, Set<State> states, Set<Reason> reasons,
			Set<Conclusion> outcomes) {

		Row(Telling telling, Enum<?> anchor, Words words) {
			this(telling, anchor, words, new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
		}

		void add(State state, Reason reason, Conclusion outcome) {
			this.states.add(state);
			this.reasons.add(reason);
			this.outcomes.add(outcome);
		}

		String line() {
			return "| " + String.join(" | ", names(this.states, statesOf(this.telling).size()),
					names(this.reasons, Reason.values().length), names(this.outcomes, Conclusion.values().length),
					this.words.status(), this.words.result(), this.words.cancelled()) + " |";
		}

		private static String every(Telling telling) {
			return (telling == Telling.COMPLETION) ? "any `COMPLETED_…`" : "any end without a result";
		}

		private static String names(Set<? extends Enum<?>> names, int all) {
			if (names.size() > 1 && names.size() == all) {
				return (names.iterator().next() instanceof State state) ? every(state.telling()) : "any";
			}
			return (names.size() > all / 2 && names.size() > 1) ? "any other"
					: names.stream().map((name) -> "`" + name.name() + "`").collect(Collectors.joining(", "));
		}

	}

}
