package io.bgvbridge.gateway.console;

import java.util.Map;
import java.util.Optional;

import io.bgvbridge.gateway.connection.Connecting;
import io.bgvbridge.gateway.connection.NewConnection;
import io.bgvbridge.gateway.connection.Provider;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page that makes a connection. Its secrets are shown once, on the page that follows.
 */
@Controller
class ConnectPage {

	private final Connecting connecting;

	ConnectPage(Connecting connecting) {
		this.connecting = connecting;
	}

	@GetMapping("/console/connections/new")
	String show(@ModelAttribute("form") ConnectForm form, Model model) {
		fill(form, model);
		return "console/connect";
	}

	@PostMapping("/console/connections")
	ModelAndView connect(@ModelAttribute("form") ConnectForm form, Authentication operator, Model model,
			RedirectAttributes flash) {
		try {
			NewConnection made = this.connecting.connect(form.request(), operator.getName());
			flash.addFlashAttribute("made", made);
			return new ModelAndView("redirect:/console/connections/" + made.connectionId());
		}
		catch (ErrorResponseException ex) {
			fill(form, model);
			model.addAttribute("problem", Problem.sentence(ex));
			return new ModelAndView("console/connect", HttpStatus.BAD_REQUEST);
		}
	}

	private static void fill(ConnectForm form, Model model) {
		Optional<Provider> chosen = Optional.ofNullable(form.kind()).flatMap(Provider::of);
		model.addAttribute("providers", Provider.values());
		model.addAttribute("chosen", chosen.orElse(null));
		model.addAttribute("asked", chosen.map(Provider::asks).orElse(Map.of()));
	}

}
