package io.bgvbridge.gateway.console;

import java.util.function.Supplier;

import io.bgvbridge.messaging.consumer.Outages;

import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A change that somebody asked for with a form: whatever comes of it is told on the page
 * that they are sent to, so that loading it again repeats nothing.
 */
final class Change {

	private Change() {
	}

	static String then(String page, String done, RedirectAttributes flash, Runnable change) {
		return then(page, flash, () -> {
			change.run();
			return done;
		});
	}

	/** With what is told when it is done. */
	static String then(String page, RedirectAttributes flash, Supplier<String> change) {
		try {
			flash.addFlashAttribute("done", change.get());
		}
		catch (RuntimeException ex) {
			if (!(ex instanceof ErrorResponse) && !Outages.isOutage(ex)) {
				throw ex;
			}
			flash.addFlashAttribute("problem", Problem.sentence(ex));
		}
		return "redirect:" + page;
	}

}
