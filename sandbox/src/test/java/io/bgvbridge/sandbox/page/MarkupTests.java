package io.bgvbridge.sandbox.page;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class MarkupTests {

	@Test
	void escapesWhatIsNotItsOwn() {
		assertThat(Markup.of("<p title=\"{}\">{}</p>", "a\" onclick='x'", "<script>&").html())
			.isEqualTo("<p title=\"a&quot; onclick=&#39;x&#39;\">&lt;script&gt;&amp;</p>");
	}

	@Test
	void takesPiecesAsTheyAre() {
		Markup rows = Markup.each(List.of("a", "<b>"), (text) -> Markup.of("<li>{}</li>", text));
		assertThat(Markup.of("<ul>{}</ul>{}{}", rows, null, List.of(rows, "<i>")).html())
			.isEqualTo("<ul><li>a</li><li>&lt;b&gt;</li></ul><li>a</li><li>&lt;b&gt;</li>&lt;i&gt;");
	}

	@Test
	void takesBracesInValuesForText() {
		assertThat(Markup.of("{}-{}", "{}", "b").html()).isEqualTo("{}-b");
	}

	@Test
	void refusesTemplatesThatDoNotFit() {
		assertThatThrownBy(() -> Markup.of("{}", "a", "b")).isInstanceOf(IllegalArgumentException.class);
		assertThatThrownBy(() -> Markup.of("{}{}", "a")).isInstanceOf(IllegalArgumentException.class);
	}

}
