package io.bgvbridge.gateway.connection;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * When a check begins without a recruiter's click, and which. Exactly one of the
 * conditions is set.
 *
 * @param stageTitle title of the interview stage that is entered
 * @param stageId Ashby's id of that stage
 * @param onHire true for a hire
 * @param packageKey the provider's key of what is ordered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StartRule(@Nullable String stageTitle, @Nullable String stageId, @Nullable Boolean onHire,
		String packageKey) {

	private static final JsonMapper json = new JsonMapper();

	static @Nullable StartRule read(@Nullable String text) {
		return (text != null) ? json.readValue(text, StartRule.class) : null;
	}

	String text() {
		return json.writeValueAsString(this);
	}

	/**
	 * Whether a stage begins a check. Titles are compared as people read them.
	 * @param id Ashby's id of the stage that was entered; may be empty
	 * @param title its title; may be empty
	 * @return true if the rule names it
	 */
	public boolean matchesStage(String id, String title) {
		return (this.stageId != null && this.stageId.equals(id)) || (this.stageTitle != null
				&& this.stageTitle.strip().toLowerCase(Locale.ROOT).equals(title.strip().toLowerCase(Locale.ROOT)));
	}

	/**
	 * Whether a hire begins a check.
	 * @return true if the rule is about hires
	 */
	public boolean matchesHire() {
		return Boolean.TRUE.equals(this.onHire);
	}

}
