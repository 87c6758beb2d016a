package io.bgvbridge.verification.springverify;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.verification.provider.Catalogue;
import io.bgvbridge.verification.provider.Catalogue.Offer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SpringVerifyPackagesTests extends SpringVerifyFixture {

	@Test
	void listsPairsWithTheirFriendlyNamesAndTheCredits() {
		this.stub.answers(200, "packages.json");
		assertThat(this.springVerify.catalogue(this.access)).isEqualTo(
				new Catalogue(
						List.of(new Offer("12:34", "Master Verifier – Experienced hires", ""),
								new Offer("12:35", "Master Verifier – fresher", ""),
								new Offer("13:36", "Upstart Verifier – executive", "")),
						41L, Set.of("EMAIL", "PHONE")));
		assertThat(this.stub.call().uri()).hasToString("/springverify/external/v1/candidate/packages");
		assertThat(this.stub.call().headers().getFirst("Authorization")).isEqualTo("Bearer sv-token-42");
	}

	@Test
	void knowsNoCreditsAndNoDemandsWhereNoneAreTold() {
		this.stub.answers(200, "packages-without-credits.json");
		assertThat(this.springVerify.catalogue(this.access)).isEqualTo(new Catalogue(List.of(), null, Set.of()));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "\"is_email_optional\":0 | EMAIL,PHONE", "\"is_email_optional\":1 | PHONE",
					"\"is_resume_optional\":0 | PHONE,RESUME", "\"is_resume_optional\":false | PHONE,RESUME",
					"\"required_fields\":[\"email\",\"PHONE\",\"SHOE_SIZE\",7,null] | EMAIL,PHONE",
					"\"required_fields\":[] | PHONE", "\"required_fields\":[\"EMAIL\"],\"is_email_optional\":1 | PHONE",
					"\"is_email_optional\":null,\"is_resume_optional\":\"maybe\" | PHONE" })
	void tellsWhatIsDemandedOfACandidate(String members, String required) {
		this.stub.answersText(200, "{\"data\":{\"packages\":[]," + members + "}}");
		assertThat(this.springVerify.catalogue(this.access).required())
			.isEqualTo(Arrays.stream(required.split(",")).collect(Collectors.toSet()));
	}

	@Test
	void doesNotUnderstandAPackageWithoutIds() {
		this.stub.answersText(200, "{\"data\":{\"packages\":[{\"package_name\":\"Master\"}]}}");
		assertThatExceptionOfType(Unintelligible.class).isThrownBy(() -> this.springVerify.catalogue(this.access));
	}

}
