package io.bgvbridge.gateway.operator;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page that asks for a login.
 */
@Controller
class LoginPage {

	private final OidcProperties oidc;

	LoginPage(OidcProperties oidc) {
		this.oidc = oidc;
	}

	@GetMapping(ConsoleLogin.PAGE)
	String show(Model model) {
		model.addAttribute("oidc", this.oidc.isOn());
		return "console/login";
	}

}
