package io.bgvbridge.gateway.console;

import java.util.UUID;

import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.ConnectionViews;
import io.bgvbridge.gateway.connection.Connections;
import io.bgvbridge.gateway.connection.Contacts;
import io.bgvbridge.gateway.connection.Packages;
import io.bgvbridge.gateway.connection.Proof;
import io.bgvbridge.gateway.connection.PublicAddresses;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The connections, and one of them.
 */
@Controller
class ConnectionPages {

	private final ConnectionViews views;

	private final Connections connections;

	private final Packages packages;

	private final Contacts contacts;

	private final PublicAddresses addresses;

	ConnectionPages(ConnectionViews views, Connections connections, Packages packages, Contacts contacts,
			PublicAddresses addresses) {
		this.views = views;
		this.connections = connections;
		this.packages = packages;
		this.contacts = contacts;
		this.addresses = addresses;
	}

	@GetMapping("/console/connections")
	String all(@RequestParam(defaultValue = "false") boolean deleted, Model model) {
		model.addAttribute("connections", deleted ? this.views.allAndDeleted() : this.views.all());
		model.addAttribute("deleted", deleted);
		return "console/connections";
	}

	@GetMapping("/console/connections/{connectionId}")
	String one(@PathVariable UUID connectionId, Model model) {
		Connection connection = this.connections.find(connectionId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such connection."));
		model.addAttribute("connection", this.views.one(connectionId));
		model.addAttribute("packages", this.packages.all(connectionId));
		model.addAttribute("contact", this.contacts.of(connectionId));
		model.addAttribute("baseUrl", this.addresses.ashby());
		model.addAttribute("callbackUrl", this.addresses.callbacks(connection));
		model.addAttribute("bearer", connection.provider().proof() instanceof Proof.Bearer);
		return "console/connection";
	}

}
