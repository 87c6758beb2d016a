package io.bgvbridge.gateway.console;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.bgvbridge.gateway.connection.ConnectionView;
import io.bgvbridge.gateway.connection.ConnectionViews;
import io.bgvbridge.gateway.connection.Provider;
import io.bgvbridge.gateway.verification.CheckFilter;
import io.bgvbridge.gateway.verification.State;
import io.bgvbridge.gateway.verification.VerificationView;
import io.bgvbridge.gateway.verification.VerificationViews;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The checks, filtered and page by page.
 */
@Controller
class ChecksPage {

	private static final int ROWS = 50;

	private final VerificationViews views;

	private final ConnectionViews connections;

	ChecksPage(VerificationViews views, ConnectionViews connections) {
		this.views = views;
		this.connections = connections;
	}

	@GetMapping("/console/checks")
	String show(CheckFilter filter, @RequestParam(required = false) @Nullable UUID cursor, Model model) {
		List<VerificationView> found = this.views.list(filter, cursor, ROWS + 1);
		boolean more = found.size() > ROWS;
		List<ConnectionView> all = this.connections.all();
		Map<UUID, String> names = all.stream()
			.collect(Collectors.toMap(ConnectionView::connectionId, ConnectionView::name));
		model.addAttribute("filter", filter);
		model.addAttribute("checks", more ? found.subList(0, ROWS) : found);
		model.addAttribute("next", more ? found.get(ROWS - 1).assessmentId() : null);
		model.addAttribute("connections", all);
		model.addAttribute("names", names);
		model.addAttribute("states", State.values());
		model.addAttribute("providers", Provider.values());
		return "console/checks";
	}

}
