package io.bgvbridge.gateway.console;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import io.bgvbridge.gateway.assessment.People;
import io.bgvbridge.gateway.connection.ConnectionView;
import io.bgvbridge.gateway.connection.ConnectionViews;
import io.bgvbridge.gateway.connection.Provider;
import io.bgvbridge.gateway.verification.CheckFilter;
import io.bgvbridge.gateway.verification.State;
import io.bgvbridge.gateway.verification.VerificationView;
import io.bgvbridge.gateway.verification.VerificationViews;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The checks, filtered and page by page.
 */
@Controller
class ChecksPage {

	private static final int ROWS = 50;

	private final VerificationViews views;

	private final People people;

	private final ConnectionViews connections;

	ChecksPage(VerificationViews views, People people, ConnectionViews connections) {
		this.views = views;
		this.people = people;
		this.connections = connections;
	}

	@GetMapping("/console/checks")
	String show(CheckFilter filter, @RequestParam(required = false) @Nullable UUID search,
			@RequestParam(required = false) @Nullable UUID cursor, HttpSession session, Model model) {
		Optional<String> text = Optional.ofNullable(search).flatMap((id) -> Searches.find(session, id));
		boolean ended = search != null && text.isEmpty();
		CheckFilter whole = text.map(filter::with).orElse(filter);
		fill(whole, ended ? List.of() : this.views.list(whole, cursor, ROWS + 1), model);
		model.addAttribute("search", search);
		model.addAttribute("cursor", cursor);
		model.addAttribute("ended", ended);
		return "console/checks";
	}

	/** Names and e-mail addresses come in a body, never in an address. */
	@PostMapping("/console/checks/search")
	String search(CheckFilter filter, HttpSession session, RedirectAttributes address) {
		if (filter.q() != null && !filter.q().isBlank()) {
			address.addAttribute("search", Searches.keep(session, filter.q().strip()));
		}
		filter.others().forEach(address::addAttribute);
		return "redirect:/console/checks";
	}

	private void fill(CheckFilter filter, List<VerificationView> found, Model model) {
		boolean more = found.size() > ROWS;
		List<VerificationView> checks = more ? found.subList(0, ROWS) : found;
		List<ConnectionView> all = this.connections.all();
		Map<UUID, String> names = all.stream()
			.collect(Collectors.toMap(ConnectionView::connectionId, ConnectionView::name));
		model.addAttribute("filter", filter);
		model.addAttribute("checks", checks);
		model.addAttribute("people", this.people.of(checks.stream().map(VerificationView::assessmentId).toList()));
		model.addAttribute("next", more ? checks.getLast().assessmentId() : null);
		model.addAttribute("connections", all);
		model.addAttribute("names", names);
		model.addAttribute("states", State.values());
		model.addAttribute("providers", Provider.values());
	}

}
