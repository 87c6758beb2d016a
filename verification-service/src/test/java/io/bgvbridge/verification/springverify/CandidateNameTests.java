package io.bgvbridge.verification.springverify;

import io.bgvbridge.verification.provider.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class CandidateNameTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "Asha | Rao | Asha Rao", "Asha | '' | Asha", "D.K. | Rao-Iyer | D.K. Rao-Iyer",
					"Siobhan | O’Brien | Siobhan OBrien", "Asha (Ash) | Rao | Asha Ash Rao", "Asha | Rao 2 | Asha Rao",
					"Jean‑Luc | Picard | Jean-Luc Picard", "Asha, | Rao/Iyer | Asha Rao Iyer",
					"Zoë | Müller | Zoë Müller", "आशा | राव | आशा राव", "Asha  | '  Rao' | Asha Rao" })
	void leavesOutWhatIsNoLetter(String first, String last, String name) {
		assertThat(name(first, last)).isEqualTo(name);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "4 | 2 | 4 2", "A | '' | A", "? | ! | ? !" })
	void leavesAloneWhatWouldNotBeReadable(String first, String last, String name) {
		assertThat(name(first, last)).isEqualTo(name);
	}

	@Test
	void doesNotShowIt() {
		assertThat(new CandidateName("Asha Rao").toString()).doesNotContain("Asha");
	}

	private static String name(String first, String last) {
		return CandidateName.of(new Candidate(first, last, "", null)).text();
	}

}
