package io.bgvbridge.gateway.console;

import java.util.UUID;

import io.bgvbridge.gateway.failure.Redrives;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What can be done about dead letters.
 */
@Controller
class FailureForms {

	private final Redrives redrives;

	private final Words words;

	FailureForms(Redrives redrives, Words words) {
		this.redrives = redrives;
		this.words = words;
	}

	@PostMapping("/console/failures/{letterId}/redrive")
	String redrive(@PathVariable UUID letterId, Authentication operator, RedirectAttributes flash) {
		return Change.then("/console/failures", flash, () -> {
			Redrives.Redriven redriven = this.redrives.redrive(letterId, operator.getName());
			return redriven.before()
					? "The record was sent back before, at " + this.words.at(redriven.redrivenAt()) + "."
					: "The record was sent back to the " + redriven.service() + ".";
		});
	}

}
