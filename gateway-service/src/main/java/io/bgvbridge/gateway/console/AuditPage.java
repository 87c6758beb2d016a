package io.bgvbridge.gateway.console;

import java.util.List;
import java.util.UUID;

import io.bgvbridge.gateway.audit.AuditLog;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Who did what.
 */
@Controller
class AuditPage {

	private static final int ROWS = 100;

	private final AuditLog log;

	AuditPage(AuditLog log) {
		this.log = log;
	}

	@GetMapping("/console/audit")
	String show(@RequestParam(required = false) @Nullable UUID cursor, Model model) {
		List<AuditLog.Entry> found = this.log.before(cursor, ROWS + 1);
		boolean more = found.size() > ROWS;
		model.addAttribute("entries", more ? found.subList(0, ROWS) : found);
		model.addAttribute("next", more ? found.get(ROWS - 1).auditId() : null);
		return "console/audit";
	}

}
