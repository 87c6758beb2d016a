package io.bgvbridge.sandbox.page;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Whose pages these are, and what leads from one to the other.
 *
 * @param code short name, for the style sheet
 * @param name shown at the top
 * @param places the site's pages
 */
public record Site(String code, String name, List<Place> places) {

	/** A page of the site: its path and what it is called. */
	public record Place(String path, String label) {
	}

	/**
	 * A page of the site.
	 * @param path where the page is read; a part that follows what happens is read there
	 * @param title its heading
	 * @param problem shown first, or null
	 * @return a whole document
	 */
	public String page(String path, String title, @Nullable String problem, Markup body) {
		return Markup
			.of("""
					<!doctype html>
					<html lang="en">
					<head>
					<meta charset="utf-8">
					<meta name="viewport" content="width=device-width, initial-scale=1">
					<title>{} – {}</title>
					<link rel="icon" href="data:,">
					<link rel="stylesheet" href="/assets/sandbox.css">
					<script src="/assets/live.js" defer></script>
					</head>
					<body class="{}" data-page="{}">
					<a class="skip" href="#main">Skip to the content</a>
					<header><p><a href="/">Sandbox</a> <strong>{}</strong></p>{}</header>
					<main id="main">
					<h1>{}</h1>
					{}{}
					</main>
					<footer><p>A stand-in on this machine, with made-up people; nothing here is the vendor's own.</p></footer>
					</body>
					</html>
					""",
					title, this.name, this.code, path, this.name, navigation(path), title, alert(problem), body)
			.html();
	}

	private Markup navigation(String path) {
		return Markup
			.when(!this.places.isEmpty(),
					Markup.of("<nav aria-label=\"{}\"><ul>{}</ul></nav>", this.name,
							Markup.each(this.places, (place) -> place.path().equals(path)
									? Markup.of("<li><a href=\"{}\" aria-current=\"page\">{}</a></li>", place.path(),
											place.label())
									: Markup.of("<li><a href=\"{}\">{}</a></li>", place.path(), place.label()))));
	}

	private static Markup alert(@Nullable String problem) {
		return (problem != null) ? Markup.of("<p class=\"alert\" role=\"alert\">{}</p>", problem) : Markup.NONE;
	}

}
