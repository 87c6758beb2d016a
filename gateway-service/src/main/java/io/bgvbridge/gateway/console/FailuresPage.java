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
		// The live part asks with an empty one for the first page.
		String from = (cursor != null && !cursor.isBlank()) ? cursor : null;
		Failures.Page page = this.failures.page(from, ROWS);
		model.addAttribute("failures", page.results());
		model.addAttribute("next", page.next());
		model.addAttribute("cursor", from);
		return "console/failures";
	}

}
