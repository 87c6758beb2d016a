package io.bgvbridge.gateway.ashby;

import java.util.UUID;

import io.bgvbridge.ashby.AshbyAccess;
import io.bgvbridge.ashby.AshbyClient;
import io.bgvbridge.gateway.assessment.NotStartable;
import io.bgvbridge.gateway.connection.CandidateNeed;
import io.bgvbridge.gateway.connection.Connection;
import io.bgvbridge.gateway.connection.Connections;
import io.bgvbridge.messaging.vendor.VendorCalls;
import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Finds a candidate's phone, which Ashby's start does not carry and some providers
 * demand. Recruiters are told at once when there is none; when Ashby cannot tell in time,
 * or wants fewer calls, the verification service goes on asking.
 */
@Component
class Phones implements DisposableBean {

	private static final String SIDE = "ashby";

	private final AshbyClient ashby;

	private final Connections connections;

	private final VendorCalls calls;

	private final Pauses pauses = new Pauses(System::nanoTime);

	Phones(AshbyClient ashby, Connections connections, AshbyProperties properties, ObservationRegistry observations,
			MeterRegistry meters) {
		this.ashby = ashby;
		this.connections = connections;
		this.calls = new VendorCalls("phone", properties.phoneBudget(), observations);
		this.calls.bindTo(meters);
	}

	/**
	 * Finds the phone. Nobody is asked for one that the provider does not demand.
	 * @param connection the connection that the check is started over
	 * @param candidateId Ashby's id of the candidate
	 * @param sent the phone that came with the start; null if none did
	 * @return the phone as somebody typed it; null if Ashby could not tell in time, or
	 * nobody needs to know
	 * @throws NotStartable if there is no phone that the provider would take
	 */
	@Nullable String find(Connection connection, String candidateId, @Nullable String sent) {
		if (!connection.provider().demands(CandidateNeed.PHONE)) {
			return usable(connection, sent);
		}
		String phone = (sent != null) ? sent : ask(connection, candidateId);
		if (phone != null && !connection.provider().phones().accepts(phone)) {
			throw new NotStartable(connection.provider().label() + " needs " + connection.provider().phones().words()
					+ " for the candidate. Correct the phone number in Ashby and start again.");
		}
		return phone;
	}

	/**
	 * What of a phone that was sent is worth passing on where nobody needs to be asked.
	 * @param connection the connection that the check is started over
	 * @param sent the phone that came with the start; null if none did
	 * @return null if there is none that the provider would take
	 */
	@Nullable String usable(Connection connection, @Nullable String sent) {
		return (sent != null && connection.provider().phones().accepts(sent)) ? sent : null;
	}

	private @Nullable String ask(Connection connection, String candidateId) {
		UUID connectionId = connection.connectionId();
		if (this.pauses.isQuiet(connectionId)) {
			return null;
		}
		AshbyAccess access = this.connections.ashbyAccess(connectionId);
		try {
			String phone = this.calls.call(connectionId, SIDE, () -> this.ashby.candidate(access, candidateId)).phone();
			this.pauses.end(connectionId);
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
		catch (Throttled ex) {
			this.pauses.begin(connectionId, ex.retryAfter());
			return null;
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
