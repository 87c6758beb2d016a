package io.bgvbridge.gateway.console;

import java.util.UUID;

import io.bgvbridge.gateway.connection.ConnectionViews;
import io.bgvbridge.gateway.connection.Deletions;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page that asks whether a connection is really to be deleted.
 */
@Controller
@RequestMapping("/console/connections/{connectionId}/delete")
class ConnectionDeletePage {

	private final ConnectionViews views;

	private final Deletions deletions;

	ConnectionDeletePage(ConnectionViews views, Deletions deletions) {
		this.views = views;
		this.deletions = deletions;
	}

	@GetMapping
	String show(@PathVariable UUID connectionId, Model model) {
		model.addAttribute("connection", this.views.one(connectionId));
		return "console/connection-delete";
	}

	@PostMapping
	String delete(@PathVariable UUID connectionId, @RequestParam(defaultValue = "") String name,
			@RequestParam(defaultValue = "false") boolean force, Authentication operator, RedirectAttributes flash) {
		String page = "/console/connections/" + connectionId;
		if (!name.strip().equals(this.views.one(connectionId).name())) {
			flash.addFlashAttribute("problem", "Type the connection's name as it is written.");
			return "redirect:" + page + "/delete";
		}
		return Change.then(page, "The connection is being deleted. What is open goes on to its end.", flash,
				() -> this.deletions.ask(connectionId, force, operator.getName()));
	}

}
