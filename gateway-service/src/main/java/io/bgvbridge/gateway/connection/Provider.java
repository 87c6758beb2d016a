package io.bgvbridge.gateway.connection;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.bgvbridge.gateway.signature.Notation;
import org.jspecify.annotations.Nullable;

/**
 * A background-verification provider that connections can be made to. Each constant says
 * all that is special about one: nothing else here asks for a provider by its name.
 */
public enum Provider {

	/** SpringVerify in India. Its callbacks carry a secret that it was given. */
	SPRINGVERIFY("springverify", "SpringVerify", "https://api-sa.in.springverify.com",
			Set.of(CandidateNeed.EMAIL, CandidateNeed.PHONE), PhoneRule.INDIAN_MOBILE, new Proof.Bearer(),
			new Members(Set.of(), Set.of())),

	/** StackOne's screening API, in front of other providers. */
	STACKONE("stackone", "StackOne", "https://api.stackone.com", Set.of(CandidateNeed.EMAIL), PhoneRule.ANY,
			new Proof.Signed("x-stackone-signature", Notation.BASE64URL, "sent_at"),
			new Members(Set.of(AccountMember.ACCOUNT_ID, AccountMember.SIGNING_SECRET), Set.of())),

	/**
	 * Checkr. It signs with the account's API key, unless it was given another secret.
	 */
	CHECKR("checkr", "Checkr", "https://api.checkr.com", Set.of(CandidateNeed.EMAIL), PhoneRule.ANY,
			new Proof.Signed("X-Checkr-Signature", Notation.HEX, "created_at"),
			new Members(Set.of(AccountMember.WORK_LOCATION), Set.of(AccountMember.SIGNING_SECRET, AccountMember.NODE)));

	private static final NeededField PHONE = new NeededField("candidate_phone", "Candidate phone", "Phone", false);

	private final String code;

	private final String label;

	private final URI production;

	private final Set<CandidateNeed> needs;

	private final PhoneRule phones;

	private final Proof proof;

	private final Members members;

	Provider(String code, String label, String production, Set<CandidateNeed> needs, PhoneRule phones, Proof proof,
			Members members) {
		this.code = code;
		this.label = label;
		this.production = URI.create(production);
		this.needs = needs;
		this.phones = phones;
		this.proof = proof;
		this.members = members;
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
	 * What Ashby may send along with a start. None is required of Ashby's custom fields:
	 * what is needed and not among them is looked for in the candidate.
	 * @return the fields that a start may carry
	 */
	public List<NeededField> fields() {
		return List.of(PHONE);
	}

	/**
	 * What should be mended after an observation of an account.
	 * @return a sentence; null if nothing is known to be wrong
	 */
	@Nullable String problem(Observation observation) {
		return switch (observation) {
			case REACHABLE -> null;
			case UNAUTHORIZED -> this.label + " refused the API token: it is wrong, or it has expired."
					+ " Make a new one in its portal and change provider.apiToken.";
			case REJECTED -> this.label + " answered but refused the request."
					+ " Ask its support whether the account may use the API.";
			case UNREACHABLE -> this.label + " does not answer. It is asked again by itself.";
			case UNINTELLIGIBLE ->
				"What answers at the address of " + this.label + " does not speak its API. Correct provider.baseUrl.";
		};
	}

	/**
	 * Whether the provider demands something of every candidate, as far as its account
	 * does not tell.
	 * @param need what may be demanded
	 * @return true if no order goes without
	 */
	public boolean demands(CandidateNeed need) {
		return this.needs.contains(need);
	}

	/**
	 * What it takes as a phone.
	 * @return the rule
	 */
	public PhoneRule phones() {
		return this.phones;
	}

	/**
	 * How its callbacks prove who sends them.
	 * @return the proof
	 */
	public Proof proof() {
		return this.proof;
	}

	URI production() {
		return this.production;
	}

	/**
	 * What connections say of their account, besides its token.
	 * @return the members that the provider knows, and whether each must be given
	 */
	public Map<String, Boolean> asks() {
		return Arrays.stream(AccountMember.values())
			.filter(this::knows)
			.collect(Collectors.toUnmodifiableMap(AccountMember::member, this::requires));
	}

	boolean knows(AccountMember member) {
		return this.members.required().contains(member) || this.members.optional().contains(member);
	}

	boolean requires(AccountMember member) {
		return this.members.required().contains(member);
	}

	/**
	 * What connections to the provider say of their account, besides its token.
	 *
	 * @param required what each must say
	 * @param optional what each may say
	 */
	private record Members(Set<AccountMember> required, Set<AccountMember> optional) {

	}

}
