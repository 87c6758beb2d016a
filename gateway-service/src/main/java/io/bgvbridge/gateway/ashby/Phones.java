package io.bgvbridge.gateway.ashby;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.gateway.assessment.NotStartable;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Connections;
import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Finds a candidate's phone, which Ashby's start does not carry and providers demand.
 * Recruiters are told at once when there is none; when Ashby cannot tell in time, the
 * verification service goes on asking.
 */
@Component
class Phones implements DisposableBean {

	private static final String SIDE = "ashby";

	private final AshbyClient ashby;

	private final Connections connections;

	private final VendorCalls calls;

	Phones(AshbyClient ashby, Connections connections, AshbyProperties properties) {
		this.ashby = ashby;
		this.connections = connections;
		this.calls = new VendorCalls(properties.phoneBudget());
	}

	/**
	 * Finds the phone.
	 * @param connection the connection that the check is started over
	 * @param candidateId Ashby's id of the candidate
	 * @param sent the phone that came with the start; null if none did
	 * @return the phone as somebody typed it; null if Ashby could not tell in time
	 * @throws NotStartable if there is no phone that the provider would take
	 */
	@Nullable String find(Connection connection, String candidateId, @Nullable String sent) {
		String phone = (sent != null) ? sent : ask(connection, candidateId);
		if (phone != null && !isAccepted(connection, phone)) {
			throw new NotStartable(
					connection.provider().label() + " needs an Indian mobile number of ten digits for the"
							+ " candidate. Correct the phone number in Ashby and start again.");
		}
		return phone;
	}

	/** What each provider takes as a phone. */
	private static boolean isAccepted(Connection connection, String phone) {
		return switch (connection.provider()) {
			case SPRINGVERIFY -> IndianMobile.accepts(phone);
		};
	}

	private @Nullable String ask(Connection connection, String candidateId) {
		AshbyAccess access = this.connections.ashbyAccess(connection.connectionId());
		try {
			String phone = this.calls
				.call(connection.connectionId(), SIDE, () -> this.ashby.candidate(access, candidateId))
				.phone();
			if (phone == null) {
				throw new NotStartable(connection.provider().label()
						+ " needs the candidate's phone number. Add it in Ashby and start again.");
			}
			return phone;
		}
		catch (Rejected ex) {
			throw new NotStartable(
					"Ashby does not find this candidate any more. Open the candidate again and start" + " from there.");
		}
		catch (VendorFailure ex) {
			return null;
		}
	}

	@Override
	public void destroy() {
		this.calls.close();
	}

}
