package io.bgvbridge.sandbox.page;

import java.util.Collection;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * A piece of HTML. It is made from a template, and whatever is put into the template is
 * escaped unless it is such a piece itself.
 */
public final class Markup {

	/** Nothing. */
	public static final Markup NONE = new Markup("");

	private static final String PLACE = "{}";

	private final String html;

	private Markup(String html) {
		this.html = html;
	}

	/**
	 * Fills a template; attributes in it are quoted.
	 * @param template HTML of ours, with {@code {}} for each value
	 * @param values texts, which are escaped; pieces and collections of pieces, which are
	 * not; nothing for null
	 * @throws IllegalArgumentException unless there is a place for each value
	 */
	public static Markup of(String template, @Nullable Object... values) {
		StringBuilder html = new StringBuilder();
		int from = 0;
		for (Object value : values) {
			int place = template.indexOf(PLACE, from);
			if (place < 0) {
				throw new IllegalArgumentException("More values than places");
			}
			html.append(template, from, place);
			append(html, value);
			from = place + PLACE.length();
		}
		if (template.indexOf(PLACE, from) >= 0) {
			throw new IllegalArgumentException("More places than values");
		}
		return new Markup(html.append(template.substring(from)).toString());
	}

	/** A piece for each, one after the other. */
	public static <T> Markup each(Collection<T> things, Function<T, Markup> piece) {
		StringBuilder html = new StringBuilder();
		things.forEach((thing) -> html.append(piece.apply(thing).html));
		return new Markup(html.toString());
	}

	/** The piece if that holds, else nothing. */
	public static Markup when(boolean condition, Markup piece) {
		return condition ? piece : NONE;
	}

	/** The HTML. */
	public String html() {
		return this.html;
	}

	@Override
	public String toString() {
		return this.html;
	}

	private static void append(StringBuilder html, @Nullable Object value) {
		switch (value) {
			case null -> {
			}
			case Markup piece -> html.append(piece.html);
			case Collection<?> several -> several.forEach((each) -> append(html, each));
			default -> escape(html, value.toString());
		}
	}

	private static void escape(StringBuilder html, String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			switch (c) {
				case '&' -> html.append("&amp;");
				case '<' -> html.append("&lt;");
				case '>' -> html.append("&gt;");
				case '"' -> html.append("&quot;");
				case '\'' -> html.append("&#39;");
				default -> html.append(c);
			}
		}
	}

}
