package io.bgvbridge.gateway.console;

import io.bgvbridge.gateway.failure.Failures;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What waits for somebody, and what to do about it.
 */
@Controller
class FailuresPage {

	private static final int ROWS = 50;

	private final Failures failures;

	FailuresPage(Failures failures) {
		this.failures = failures;
	}

	@GetMapping("/console/failures")
	String show(@RequestParam(required = false) @Nullable String cursor, Model model) {
		Failures.Page page = this.failures.page(cursor, ROWS);
		model.addAttribute("failures", page.results());
		model.addAttribute("next", page.next());
		model.addAttribute("cursor", cursor);
		return "console/failures";
	}

}
