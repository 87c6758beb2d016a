package io.bgvbridge.gateway.ashby;

import io.bgvbridge.gateway.assessment.Assessments;
import io.bgvbridge.gateway.assessment.Erasures;
import io.bgvbridge.gateway.assessment.NotStartable;
import io.bgvbridge.gateway.assessment.Origin;
import io.bgvbridge.gateway.assessment.StartVerification;
import io.bgvbridge.gateway.assessment.StartVerification.Order;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.OrderablePackage;
import io.bgvbridge.gateway.connection.PackageRefreshes;
import io.bgvbridge.gateway.connection.Packages;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * What a recruiter's start orders; whatever is known to be in the way is said at once.
 */
@Component
class Orders {

	private final Assessments assessments;

	private final Erasures erasures;

	private final Packages packages;

	private final PackageRefreshes refreshes;

	private final Phones phones;

	Orders(Assessments assessments, Erasures erasures, Packages packages, PackageRefreshes refreshes, Phones phones) {
		this.assessments = assessments;
		this.erasures = erasures;
		this.packages = packages;
		this.refreshes = refreshes;
		this.phones = phones;
	}

	/**
	 * Finds out what is ordered.
	 * @throws NotStartable with what the recruiter can do about it
	 */
	Order order(Connection connection, StartVerification start, @Nullable String sentPhone) {
		if (!connection.takesOrders()) {
			throw new NotStartable(connection.isEnding()
					? "This background-check connection is being removed. Ask your administrator which one to use."
					: "This background-check connection is switched off. Ask your administrator to enable it.");
		}
		if (this.erasures.isErased(connection.connectionId(), start.candidateId())) {
			throw new NotStartable("This candidate was deleted in Ashby.");
		}
		if (start.email().isEmpty() && this.packages.needEmail(connection)) {
			throw new NotStartable("The candidate has no e-mail address. Add it in Ashby and start again.");
		}
		// What a rule began counts, too: a take-over needs no more than a repeated start.
		boolean underWay = this.assessments
			.open(connection.connectionId(), start.applicationId(), start.assessmentTypeId())
			.isPresent();
		OrderablePackage ordered = ordered(connection, start, underWay);
		String phone = underWay ? this.phones.usable(connection, sentPhone)
				: this.phones.find(connection, start.candidateId(), sentPhone);
		return new Order(connection, ordered, phone, Origin.RECRUITER);
	}

	/**
	 * A check that is under way is found with a package that is not offered any more, and
	 * is paid for.
	 */
	private OrderablePackage ordered(Connection connection, StartVerification start, boolean underWay) {
		OrderablePackage ordered = this.packages.find(connection.connectionId(), start.assessmentTypeId())
			.filter((orderable) -> orderable.listed() || underWay)
			.orElseThrow(() -> new NotStartable(StartRequest.UNKNOWN_TYPE));
		if (!underWay && this.packages.isOutOfCredits(connection.connectionId())) {
			this.refreshes.ask(connection.connectionId());
			throw new NotStartable("The " + connection.provider().label() + " account has no credits left."
					+ " Ask your administrator to add credits, then start again in a minute.");
		}
		return ordered;
	}

}
