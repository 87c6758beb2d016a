package io.bgvbridge.gateway.console;

import io.bgvbridge.messaging.consumer.Outages;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.Authentication;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/**
 * What every page shows, and the page for what went wrong.
 */
@ControllerAdvice("io.bgvbridge.gateway.console")
@Order(Ordered.HIGHEST_PRECEDENCE)
class EveryPage {

	private static final Logger log = LoggerFactory.getLogger(EveryPage.class);

	@ModelAttribute("viewer")
	@Nullable Viewer viewer(@Nullable Authentication authentication) {
		return (authentication != null) ? Viewer.of(authentication) : null;
	}

	@ModelAttribute("here")
	String here(HttpServletRequest request) {
		return request.getRequestURI();
	}

	@ExceptionHandler
	ModelAndView handle(Exception failure, HttpServletRequest request, @Nullable Authentication authentication) {
		ModelAndView page = new ModelAndView("console/problem");
		page.addObject("here", request.getRequestURI());
		page.addObject("viewer", (authentication != null) ? Viewer.of(authentication) : null);
		page.setStatus(status(failure));
		page.addObject("problem", Problem.sentence(failure));
		return page;
	}

	private static HttpStatusCode status(Exception failure) {
		if (failure instanceof ErrorResponse response) {
			return response.getStatusCode();
		}
		if (Outages.isOutage(failure)) {
			log.warn("page.refused reason=outage failure={}", failure.getClass().getSimpleName());
			return HttpStatus.SERVICE_UNAVAILABLE;
		}
		log.error("page.failed", failure);
		return HttpStatus.INTERNAL_SERVER_ERROR;
	}

}
