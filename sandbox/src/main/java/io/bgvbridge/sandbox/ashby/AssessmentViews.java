package io.bgvbridge.sandbox.ashby;

import java.util.List;
import java.util.Objects;

import io.bgvbridge.sandbox.page.Markup;
import io.bgvbridge.sandbox.page.Moments;
import org.jspecify.annotations.Nullable;

/** Assessments as Ashby shows them to a recruiter. */
final class AssessmentViews {

	private AssessmentViews() {
	}

	static String inShort(Assessment assessment) {
		DataValue result = assessment.result();
		return switch (assessment.state()) {
			case "cancelled" -> "Cancelled";
			case "complete" -> Objects.requireNonNull(result).text();
			default -> Objects.requireNonNullElse(assessment.status(), "Waiting for the partner");
		};
	}

	/**
	 * Status with date and time, result, link, and the Cancel button while it is open.
	 */
	static Markup full(Assessment assessment, String title, String candidatePath) {
		return Markup.of("""
				<article aria-labelledby="title-{}"><h3 id="title-{}">{}</h3>
				<p><span class="tag {}">{}</span> {}</p>
				<dl>{}{}{}{}{}</dl>
				{}{}</article>
				""", assessment.assessmentId(), assessment.assessmentId(), title, assessment.state(),
				inShort(assessment), changed(assessment), row("Status", assessment.status()),
				value(assessment.result()), value(assessment.cancelledReason()), value(assessment.profileUrl()),
				Markup.each(metadata(assessment), AssessmentViews::value), history(assessment),
				cancel(assessment, title, candidatePath));
	}

	/** One that began elsewhere. */
	static Markup full(CompletedAssessment assessment) {
		return Markup.of("""
				<article><h3>{}</h3><p><span class="tag complete">{}</span> {}</p><dl>{}{}</dl></article>
				""", assessment.assessmentName(), assessment.result().text(), Moments.shown(assessment.timestamp()),
				value(assessment.result()), Markup.each(assessment.metadata(), AssessmentViews::value));
	}

	private static Markup changed(Assessment assessment) {
		if (assessment.history().isEmpty()) {
			return Markup.NONE;
		}
		return Moments.shown(assessment.history().getLast().timestamp());
	}

	private static List<DataValue> metadata(Assessment assessment) {
		return assessment.metadata()
			.values()
			.stream()
			.sorted((one, other) -> one.identifier().compareTo(other.identifier()))
			.toList();
	}

	private static Markup history(Assessment assessment) {
		return Markup.of("""
				<details id="history-{}"><summary>History</summary><ol>{}</ol></details>
				""", assessment.assessmentId(), Markup.each(assessment.statuses(),
				(status) -> Markup.of("<li>{}, {}</li>", status.value(), Moments.shown(status.timestamp()))));
	}

	private static Markup cancel(Assessment assessment, String title, String candidatePath) {
		if (!assessment.state().equals("open")) {
			return Markup.NONE;
		}
		if (assessment.cancelAcceptedAt() != null) {
			return Markup.of("<p class=\"dim\">The partner took the cancel: {}</p>",
					Moments.shown(assessment.cancelAcceptedAt()));
		}
		return Markup.of("""
				<form method="post" action="{}/assessments/{}/cancel">
				<button id="cancel-{}">Cancel<span class="unseen"> – {}</span></button></form>
				""", candidatePath, assessment.assessmentId(), assessment.assessmentId(), title);
	}

	private static Markup value(@Nullable DataValue value) {
		if (value == null) {
			return Markup.NONE;
		}
		return value.type().equals(ValueType.URL.wire())
				? Markup.of("<dt>{}</dt><dd><a href=\"{}\">{}</a></dd>", value.label(), value.text(), value.label())
				: row(value.label(), value.text());
	}

	private static Markup row(String label, @Nullable String text) {
		return (text != null) ? Markup.of("<dt>{}</dt><dd>{}</dd>", label, text) : Markup.NONE;
	}

}
