package io.bgvbridge.sandbox.page;

import org.jspecify.annotations.Nullable;

/** The labelled fields and buttons of forms. */
public final class Fields {

	private Fields() {
	}

	/** A field that must be filled in. */
	public static Markup required(String name, String label, @Nullable String value) {
		return Markup.of("""
				<p><label for="{}">{}</label>
				<input id="{}" name="{}" value="{}" required autocomplete="off"></p>
				""", name, label, name, name, value);
	}

	/**
	 * A field that may stay empty.
	 * @param type an HTML type of input
	 */
	public static Markup optional(String type, String name, String label, @Nullable String value) {
		return Markup.of("""
				<p><label for="{}">{} <small>(optional)</small></label>
				<input id="{}" name="{}" type="{}" value="{}" autocomplete="off"></p>
				""", name, label, name, name, type, value);
	}

	/** A value to copy from. */
	public static Markup copied(String id, String label, String value) {
		return Markup.of("""
				<p><label for="{}">{}</label>
				<input id="{}" value="{}" readonly data-copied></p>
				""", id, label, id, value);
	}

	/** A form of one button. */
	public static Markup button(String action, String id, String label) {
		return Markup.of("<form method=\"post\" action=\"{}\"><button id=\"{}\">{}</button></form>", action, id, label);
	}

	/**
	 * One of several buttons of a form; the form gets {@code deed=} and the deed.
	 * @param whom whose button it is, for those who do not see the row
	 */
	public static Markup deed(String deed, String label, String id, String whom) {
		return Markup.of(
				"<button name=\"deed\" value=\"{}\" id=\"{}-{}\">{}<span class=\"unseen\"> – {}</span></button> ", deed,
				deed, id, label, whom);
	}

}
