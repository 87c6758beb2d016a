package io.bgvbridge.verification.checkr;

import java.net.URI;
import java.util.List;
import java.util.Optional;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.verification.provider.CheckLine;
import io.bgvbridge.verification.provider.Fields;
import io.bgvbridge.verification.provider.PortalPage;
import io.bgvbridge.verification.provider.ProviderAccess;
import io.bgvbridge.verification.provider.Report;
import io.bgvbridge.verification.provider.Snapshot;
import io.bgvbridge.verification.provider.StatusTable;
import tools.jackson.databind.JsonNode;

/**
 * How orders stand: by their invitation and, once there is one, by their report. The
 * report itself is read at Checkr's.
 */
class Reports {

	private static final String DASHBOARD = "https://dashboard.checkr.com/reports/{reference}";

	private final CheckrClient client;

	private final Invitations invitations;

	private final StatusTable statuses = StatusTable.of("checkr");

	Reports(CheckrClient client, Invitations invitations) {
		this.client = client;
		this.invitations = invitations;
	}

	Snapshot read(ProviderAccess access, String reference) {
		Invitation invitation = this.invitations.find(access, reference).orElseThrow(() -> new Rejected("404", ""));
		String reportId = invitation.reportId();
		if (reportId == null) {
			return snapshot("invitation:" + invitation.status(), Optional.empty(), List.of(invitation.candidateId()));
		}
		JsonNode report = this.client.get(access, "/v1/reports/{id}", reportId);
		return snapshot(ReportReading.code(report), Optional.of(report), List.of(invitation.candidateId(), reportId));
	}

	private Snapshot snapshot(String code, Optional<JsonNode> report, List<String> aliases) {
		Snapshot meant = this.statuses.snapshot(code);
		if (!(meant instanceof Snapshot.Known known)) {
			return meant;
		}
		List<CheckLine> lines = report.map(ReportReading::lines).orElse(List.of());
		return new Snapshot.Known(known.progress(),
				report.flatMap((each) -> Fields.instant(each, "estimated_completion_time")).orElse(null), lines,
				aliases);
	}

	Optional<Report> page(ProviderAccess access, String reference) {
		String template = access.setting(PortalPage.SETTING).orElse(DASHBOARD);
		Optional<URI> page = this.invitations.find(access, reference)
			.flatMap((invitation) -> Optional.ofNullable(invitation.reportId()))
			.flatMap((reportId) -> PortalPage.of(template, reportId));
		return page.map(Report.Page::new);
	}

}
