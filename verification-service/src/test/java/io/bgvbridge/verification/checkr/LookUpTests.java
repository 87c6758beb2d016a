package io.bgvbridge.verification.checkr;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.verification.provider.Match;
import io.bgvbridge.verification.provider.Match.Likelihood;
import io.bgvbridge.verification.provider.StubVendor.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LookUpTests extends CheckrFixture {

	private static final Instant BEGUN = Instant.parse("2026-11-21T10:00:00.700Z");

	@Test
	void isCertainOfWhatBearsOurOrderId() {
		placed();
		assertThat(find()).containsExactly(new Match("inv1", Likelihood.CERTAIN));
	}

	@ParameterizedTest
	@CsvSource({ "2026-11-21T10:00:00Z, package_2, POSSIBLE", "2026-11-21T10:00:01Z, package_2, POSSIBLE",
			"2026-11-21T09:59:59Z, package_2, FOREIGN", "2026-11-21T10:00:01Z, package_1, FOREIGN",
			"yesterday, package_2, FOREIGN" })
	void judgesWhatBearsNoOrderIdByTimeAndPackage(String created, String slug, Likelihood likelihood) {
		placed();
		this.checkr.sent.get("inv1").put("tags", List.of("bgv-bridge"));
		this.checkr.sent.get("inv1").put("created_at", created);
		this.checkr.sent.get("inv1").put("package", slug);
		assertThat(find()).containsExactly(new Match("inv1", likelihood));
	}

	@Test
	void holdsWhatBearsAnothersOrderIdForForeign() {
		placed();
		this.checkr.sent.get("inv1").put("tags", List.of("order:" + UUID.randomUUID()));
		assertThat(find()).containsExactly(new Match("inv1", Likelihood.FOREIGN));
	}

	@Test
	void findsNothingWhereCheckrKnowsNobody() {
		assertThat(find()).isEmpty();
	}

	@Test
	void believesNoListThatLeavesOutWhatIsNotInTheStates() {
		assertThat(this.provider.find(inIndia(), order(), BEGUN)).containsExactly(LookUp.UNLISTED);
		placed();
		assertThat(this.provider.find(inIndia(), order(), BEGUN)).containsExactly(new Match("inv1", Likelihood.CERTAIN),
				LookUp.UNLISTED);
	}

	@Test
	void believesNoFirstPageOfMany() {
		this.vendor.answers((call) -> call.is("GET", "/candidates"),
				new Reply(200, "{\"data\":[],\"next_href\":\"https://api.checkr.com/v1/candidates?page=2\"}"));
		assertThat(find()).containsExactly(LookUp.UNLISTED);
	}

	private List<Match> find() {
		return this.provider.find(this.access, order(), BEGUN);
	}

}
