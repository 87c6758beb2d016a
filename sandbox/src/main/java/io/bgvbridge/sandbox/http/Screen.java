package io.bgvbridge.sandbox.http;

import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * A page with forms, which work without a script: a form's answer leads back to a page.
 */
public interface Screen {

	/**
	 * The page as it is now.
	 * @param problem shown first, or null
	 */
	String shown(Request request, @Nullable String problem);

	/** Adds the page itself. */
	default void on(Routes routes, String path, String what) {
		routes.on("GET", path, what, (request) -> Answer.page(200, shown(request, null)));
	}

	/**
	 * Adds a form of the page. What is refused is shown on the page.
	 * @param deed what to do with the form
	 * @param next the path that is read when it is done, with the route's variables
	 */
	default void on(Routes routes, String path, String what, BiConsumer<Request, Form> deed, String next) {
		routes.on("POST", path, what, (request) -> {
			try {
				deed.accept(request, Form.of(request));
				return Answer.seeOther(request.filled(next));
			}
			catch (Refused ex) {
				return Answer.page(ex.status(), shown(request, Faulty.message(ex)));
			}
		});
	}

}
