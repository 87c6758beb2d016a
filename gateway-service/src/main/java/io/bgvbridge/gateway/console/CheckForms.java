package io.bgvbridge.gateway.console;

import java.util.UUID;

import io.bgvbridge.gateway.assessment.Retries;
import io.bgvbridge.gateway.verification.Cancels;
import io.bgvbridge.gateway.verification.CheckErasures;
import io.bgvbridge.gateway.verification.Operation;
import io.bgvbridge.gateway.verification.Operations;
import io.bgvbridge.gateway.verification.Resolve;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What can be done about a check.
 */
@Controller
@RequestMapping("/console/checks/{assessmentId}")
class CheckForms {

	private final Operations operations;

	private final Cancels cancels;

	private final Retries retries;

	private final CheckErasures erasures;

	CheckForms(Operations operations, Cancels cancels, Retries retries, CheckErasures erasures) {
		this.operations = operations;
		this.cancels = cancels;
		this.retries = retries;
		this.erasures = erasures;
	}

	@PostMapping("/refresh")
	String refresh(@PathVariable UUID assessmentId, Authentication operator, RedirectAttributes flash) {
		return Change.then(page(assessmentId), "The provider is asked.", flash,
				() -> this.operations.request(assessmentId, Operation.REFRESH, operator.getName()));
	}

	@PostMapping("/resend")
	String resend(@PathVariable UUID assessmentId, Authentication operator, RedirectAttributes flash) {
		return Change.then(page(assessmentId), "The candidate is invited once more.", flash,
				() -> this.operations.request(assessmentId, Operation.RESEND_INVITE, operator.getName()));
	}

	@PostMapping("/cancel")
	String cancel(@PathVariable UUID assessmentId, Authentication operator, RedirectAttributes flash) {
		return Change.then(page(assessmentId), "The check is being cancelled.", flash,
				() -> this.cancels.byOperator(assessmentId, operator.getName()));
	}

	@PostMapping("/retry")
	String retry(@PathVariable UUID assessmentId, Authentication operator, RedirectAttributes flash) {
		return Change.then(page(assessmentId), "It was started again, as a new check.", flash, () -> flash
			.addFlashAttribute("again", this.retries.retry(assessmentId, operator.getName()).assessmentId()));
	}

	@PostMapping("/resolve")
	String resolve(@PathVariable UUID assessmentId, @RequestParam(required = false) @Nullable String link,
			@RequestParam(defaultValue = "false") boolean orderAgain, Authentication operator,
			RedirectAttributes flash) {
		return Change.then(page(assessmentId), "Your answer is on its way.", flash,
				() -> this.operations.request(assessmentId,
						new Resolve(orderAgain ? null : link, orderAgain ? true : null).operation(),
						operator.getName()));
	}

	/** Nothing brings a person back: the form asks whether it is meant. */
	@PostMapping("/erase")
	String erase(@PathVariable UUID assessmentId, @RequestParam(defaultValue = "false") boolean confirmed,
			Authentication operator, RedirectAttributes flash) {
		return Change.then(page(assessmentId), "The candidate is being erased.", flash, () -> {
			if (!confirmed) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
						"Nothing was erased: say that it is meant, with the box above the button.");
			}
			this.erasures.candidate(assessmentId, operator.getName());
		});
	}

	private static String page(UUID assessmentId) {
		return "/console/checks/" + assessmentId;
	}

}
