package io.bgvbridge.gateway.console;

import java.util.UUID;

import io.bgvbridge.gateway.connection.Changing;
import io.bgvbridge.gateway.connection.ConnectionView;
import io.bgvbridge.gateway.connection.ConnectionViews;
import io.bgvbridge.gateway.connection.Packages;
import io.bgvbridge.gateway.connection.Provider;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page that changes a connection.
 */
@Controller
@RequestMapping("/console/connections/{connectionId}/edit")
class ConnectionEditPage {

	private final ConnectionViews views;

	private final Packages packages;

	private final Changing changing;

	ConnectionEditPage(ConnectionViews views, Packages packages, Changing changing) {
		this.views = views;
		this.packages = packages;
		this.changing = changing;
	}

	@GetMapping
	String show(@PathVariable UUID connectionId, Model model) {
		ConnectionView connection = this.views.one(connectionId);
		model.addAttribute("connection", connection);
		model.addAttribute("asked", Provider.of(connection.provider()).orElseThrow().asks());
		model.addAttribute("packages", this.packages.listed(connectionId));
		return "console/connection-edit";
	}

	@PostMapping
	String change(@PathVariable UUID connectionId, @ModelAttribute("form") EditForm form, Authentication operator,
			RedirectAttributes flash) {
		String page = "/console/connections/" + connectionId;
		Change.then(page, "The connection is changed.", flash,
				() -> this.changing.change(connectionId, form.patch(this.views.one(connectionId)), operator.getName()));
		return "redirect:" + (flash.getFlashAttributes().containsKey("problem") ? page + "/edit" : page);
	}

}
