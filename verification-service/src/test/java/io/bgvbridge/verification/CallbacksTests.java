package io.bgvbridge.verification;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CallbacksTests extends OrderingFixture {

	@Test
	void readsTheOrderThatACallbackRefersTo() {
		UUID connectionId = connect();
		UUID assessmentId = refreshed(connectionId, "ref-1");
		callBack(UUID.randomUUID(), connectionId, "ref-1", "");
		assertThat(isWanted(assessmentId, Refresh.KIND)).isTrue();
	}

	@Test
	void readsTheOrderWhoseIdACallbackEchoes() {
		UUID connectionId = connect();
		UUID assessmentId = request(connectionId);
		callBack(UUID.randomUUID(), connectionId, "not-linked-yet", assessmentId.toString());
		assertThat(isWanted(assessmentId, Refresh.KIND)).isTrue();
	}

	@Test
	void believesTheReferenceMoreThanTheEcho() {
		UUID connectionId = connect();
		UUID referred = refreshed(connectionId, "ref-1");
		UUID echoed = refreshed(connectionId, "ref-2");
		callBack(UUID.randomUUID(), connectionId, "ref-1", echoed.toString());
		assertThat(isWanted(referred, Refresh.KIND)).isTrue();
		assertThat(isWanted(echoed, Refresh.KIND)).isFalse();
	}

	@Test
	void ignoresTheIdOfAnotherConnectionsOrder() {
		UUID other = refreshed(connect(), "ref-1");
		callBack(UUID.randomUUID(), connect(), "", other.toString());
		assertThat(isWanted(other, Refresh.KIND)).isFalse();
		assertThat(this.log.text()).contains("callback.unmatched");
	}

	@Test
	void ignoresTheReferenceOfAnotherConnectionsOrderAtTheSameAccount() {
		UUID other = refreshed(connect(), "ref-1");
		callBack(UUID.randomUUID(), connect(), "ref-1", "");
		assertThat(isWanted(other, Refresh.KIND)).isFalse();
	}

	@Test
	void ignoresWhatMatchesNothing() {
		UUID connectionId = connect();
		callBack(UUID.randomUUID(), connectionId, "nobody", UUID.randomUUID().toString());
		callBack(UUID.randomUUID(), connectionId, "", "");
		assertThat(this.jdbc.sql("select count(*) from work where kind = 'refresh'").query(Integer.class).single())
			.isZero();
		assertThat(this.log.text()).contains("WARN callback.unmatched connectionId=" + connectionId);
	}

	@Test
	void takesAnEventOnce() {
		UUID connectionId = connect();
		UUID assessmentId = refreshed(connectionId, "ref-1");
		UUID eventId = UUID.randomUUID();
		callBack(eventId, connectionId, "ref-1", "");
		work(assessmentId, Refresh.KIND);
		callBack(eventId, connectionId, "ref-1", "");
		assertThat(isWanted(assessmentId, Refresh.KIND)).isFalse();
	}

	/** An ordered verification whose state was read; nothing more is to be done. */
	private UUID refreshed(UUID connectionId, String reference) {
		UUID assessmentId = ordered(connectionId, reference);
		work(assessmentId, Refresh.KIND);
		assertThat(isWanted(assessmentId, Refresh.KIND)).isFalse();
		return assessmentId;
	}

}
