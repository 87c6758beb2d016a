package io.bgvbridge.gateway.connection;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A background-verification provider that connections can be made to.
 */
public enum Provider {

	/** SpringVerify in India. */
	SPRINGVERIFY("springverify", "SpringVerify", URI.create("https://api-sa.in.springverify.com"));

	private final String code;

	private final String label;

	private final URI production;

	Provider(String code, String label, URI production) {
		this.code = code;
		this.label = label;
		this.production = production;
	}

	/**
	 * Finds a provider.
	 * @param code its code in requests, paths and records
	 * @return empty if no such provider is supported
	 */
	public static Optional<Provider> of(String code) {
		return Arrays.stream(values()).filter((provider) -> provider.code.equals(code)).findAny();
	}

	/**
	 * The provider's code in requests, paths, records and rows.
	 * @return one of a closed list
	 */
	public String code() {
		return this.code;
	}

	/**
	 * The provider's name for people.
	 * @return the name
	 */
	public String label() {
		return this.label;
	}

	/**
	 * What the provider needs of a candidate besides name and e-mail. None is required of
	 * Ashby's custom fields: what is not among them is looked for in the candidate.
	 * @return the fields that a start may carry
	 */
	public List<NeededField> fields() {
		return switch (this) {
			case SPRINGVERIFY -> List.of(new NeededField("candidate_phone", "Candidate phone", "Phone", false));
		};
	}

	URI production() {
		return this.production;
	}

}
