package io.bgvbridge.gateway.console;

import java.time.Duration;
import java.util.UUID;

import io.bgvbridge.gateway.connection.ConnectionChanges;
import io.bgvbridge.gateway.connection.PackageRefreshes;
import io.bgvbridge.gateway.connection.Rotations;
import io.bgvbridge.gateway.connection.Testing;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What can be done about a connection.
 */
@Controller
@RequestMapping("/console/connections/{connectionId}")
class ConnectionForms {

	private final ConnectionChanges changes;

	private final Rotations rotations;

	private final PackageRefreshes refreshes;

	private final Testing testing;

	ConnectionForms(ConnectionChanges changes, Rotations rotations, PackageRefreshes refreshes, Testing testing) {
		this.changes = changes;
		this.rotations = rotations;
		this.refreshes = refreshes;
		this.testing = testing;
	}

	@PostMapping("/test")
	String test(@PathVariable UUID connectionId, Authentication operator, RedirectAttributes flash) {
		return Change.then(page(connectionId), "Both sides are tested now.", flash,
				() -> this.testing.test(connectionId, operator.getName()));
	}

	@PostMapping("/enable")
	String enable(@PathVariable UUID connectionId, Authentication operator, RedirectAttributes flash) {
		return Change.then(page(connectionId), "The connection is switched on, and tested.", flash,
				() -> this.changes.enable(connectionId, operator.getName()));
	}

	@PostMapping("/disable")
	String disable(@PathVariable UUID connectionId, Authentication operator, RedirectAttributes flash) {
		return Change.then(page(connectionId), "The connection is switched off. What was ordered goes on.", flash,
				() -> this.changes.disable(connectionId, operator.getName()));
	}

	@PostMapping("/refresh-packages")
	String refresh(@PathVariable UUID connectionId, Authentication operator, RedirectAttributes flash) {
		return Change.then(page(connectionId), "The provider is asked for its packages.", flash,
				() -> this.refreshes.demand(connectionId, operator.getName()));
	}

	@PostMapping("/rotate")
	String rotate(@PathVariable UUID connectionId, @RequestParam String what,
			@RequestParam(defaultValue = "PT24H") Overlap overlap, Authentication operator, RedirectAttributes flash) {
		return Change.then(page(connectionId), overlap.words, flash, () -> {
			boolean token = what.equals("externalApiToken");
			Rotations.Rotated rotated = token ? this.rotations.token(connectionId, overlap.time, operator.getName())
					: this.rotations.callbackSecret(connectionId, overlap.time, operator.getName());
			flash.addFlashAttribute(token ? "newToken" : "newSecret", rotated.secret());
		});
	}

	private static String page(UUID connectionId) {
		return "/console/connections/" + connectionId;
	}

	/**
	 * How long an older token or secret stays valid, as the page offers it.
	 */
	enum Overlap {

		PT0S("The older one is not valid any more."), PT1H("The older one stays valid for an hour."),
		PT24H("The older one stays valid for 24 hours."), P7D("The older one stays valid for a week.");

		private final Duration time = Duration.parse(name());

		private final String words;

		Overlap(String words) {
			this.words = words;
		}

	}

}
