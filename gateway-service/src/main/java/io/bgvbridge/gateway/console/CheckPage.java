package io.bgvbridge.gateway.console;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.bgvbridge.gateway.assessment.Assessments;
import io.bgvbridge.gateway.assessment.People;
import io.bgvbridge.gateway.audit.AuditLog;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Connections;
import io.bgvbridge.gateway.verification.State;
import io.bgvbridge.gateway.verification.VerificationView;
import io.bgvbridge.gateway.verification.VerificationViews;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * One check: where it is, and why.
 */
@Controller
class CheckPage {

	private static final int ENTRIES = 50;

	private final VerificationViews views;

	private final Connections connections;

	private final Assessments assessments;

	private final People people;

	private final AuditLog audit;

	CheckPage(VerificationViews views, Connections connections, Assessments assessments, People people,
			AuditLog audit) {
		this.views = views;
		this.connections = connections;
		this.assessments = assessments;
		this.people = people;
		this.audit = audit;
	}

	@GetMapping("/console/checks/{assessmentId}")
	String show(@PathVariable UUID assessmentId, Model model) {
		VerificationView check = this.views.find(assessmentId)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such check."));
		model.addAttribute("check", check);
		model.addAttribute("acts", Acts.of(check));
		model.addAttribute("entries", this.audit.of(assessmentId, ENTRIES));
		model.addAttribute("report", hasReport(check.state()));
		model.addAttribute("connection", this.connections.find(check.connectionId()).map(Connection::name).orElse(""));
		model.addAttribute("candidate", this.people.of(List.of(assessmentId)).get(assessmentId));
		model.addAttribute("candidateId", this.assessments.find(assessmentId).orElseThrow().candidateId());
		model.addAttribute("portal",
				Optional.ofNullable(check.providerReference())
					.flatMap((reference) -> this.connections.portalPage(check.connectionId(), reference))
					.orElse(null));
		return "console/check";
	}

	private static boolean hasReport(State state) {
		return switch (state) {
			case COMPLETED_CLEAR, COMPLETED_REVIEW, COMPLETED_EXCEPTION, DISPUTED -> true;
			default -> false;
		};
	}

}
