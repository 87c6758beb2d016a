package io.bgvbridge.verification.provider;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.verification.provider.Catalogue.Offer;
import io.bgvbridge.verification.provider.Match.Likelihood;
import io.bgvbridge.verification.provider.StatusTable.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What every provider behind the port does. A method that belongs to a capability works
 * where the provider has it, and says so where it has not.
 */
public abstract class ProviderContract extends FailureContract {

	private static final UUID ANOTHER_KEY = UUID.fromString("1c6f4f1e-7f67-4d5e-8a48-6f9f9f6f4b22");

	/** An order that the provider cannot take, as everybody can know beforehand. */
	protected Order unacceptable() {
		return order(new Candidate("Asha", "Rao", "", "+91 98765 43210"));
	}

	/** A code that is not in the table. */
	protected abstract String unknownCode();

	/** A code of the table with which there is a report. */
	protected abstract String completedCode();

	@Test
	void hasATable() {
		assertThat(table().rows()).isNotEmpty();
	}

	@Test
	void listsWhatCanBeOrdered() {
		assertThat(this.provider.catalogue(this.access).packages()).extracting(Offer::packageKey)
			.contains(packageKey())
			.doesNotHaveDuplicates();
	}

	@Test
	void placesAnOrder() {
		String reference = placed().reference();
		assertThat(this.vendor.orders()).containsExactly(reference);
		assertThat(this.vendor.calls())
			.allSatisfy((call) -> assertThat(call.header("Authorization")).isEqualTo(this.vendor.credentials()));
	}

	@Test
	void callsNobodyForACandidateThatItCannotTake() {
		assertThat(this.provider.place(this.access, unacceptable(), KEY)).isInstanceOf(Placement.Refused.class);
		assertThat(this.vendor.calls()).isEmpty();
	}

	@Test
	void showsNothingPersonal() {
		Placement.Placed placed = placed();
		byte[] callback = this.vendor.stands(placed.reference(), ASSESSMENT, completedCode());
		Hint hint = this.provider.hint(this.access, callback);
		String shown = placed + " " + hint + " " + order() + " " + this.access + " " + stands(placed, callback)
				+ this.provider.report(this.access, placed.reference(), told(hint));
		planted().forEach((word) -> assertThat(shown).doesNotContainIgnoringCase(word));
	}

	@TestFactory
	Stream<DynamicTest> readsEveryCodeAsTheTableSays() {
		Placement.Placed placed = placed();
		return table().rows()
			.stream()
			.map((row) -> DynamicTest.dynamicTest(row.code(),
					() -> assertThat(stands(placed, row)).isInstanceOfSatisfying(Snapshot.Known.class,
							(known) -> assertThat(known.progress()).isEqualTo(row.progress()))));
	}

	@Test
	void guessesNothingFromAnUnknownCode() {
		Placement.Placed placed = placed();
		assertThat(stands(placed, this.vendor.stands(placed.reference(), ASSESSMENT, unknownCode())))
			.isEqualTo(new Snapshot.Unknown(unknownCode()));
	}

	@Test
	void callbackNamesItsOrder() {
		Placement.Placed placed = placed();
		Hint hint = this.provider.hint(this.access,
				this.vendor.stands(placed.reference(), ASSESSMENT, completedCode()));
		List<String> known = Stream.concat(Stream.of(placed.reference()), placed.aliases().stream()).toList();
		assertThat(hint.references()).containsAnyElementsOf(known);
		assertThat(hint.told() != null).isEqualTo(!this.provider.can(Capability.READ));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "garbage", "[]", "null", "\"x\"", "7", "{", "{}", "\u0000", "\uffff", "{\"data\":7}",
			"{\"event\":{},\"candidate_id\":{},\"meta_data\":7}", "{\"data\":{\"object\":[{\"id\":1}]}}",
			"{\"event\":\"screening.result.completed\"}", "{\"event\":\"screening.result.completed\",\"data\":[]}",
			"{\"event\":\"screening.results.completed\",\"data\":{\"order_id\":{},\"unified_custom_fields\":[]}}",
			"{\"candidate_id\":null,\"meta_data\":{\"order_id\":\"not-a-uuid\"}}",
			"{\"data\":{\"object\":{\"object\":\"report\",\"id\":{},\"tags\":7}}}",
			"{\"data\":{\"object\":{\"object\":\"package\",\"id\":\"p\",\"tags\":[7,{},null,\"order:x\"]}}}" })
	void takesNothingFromGarbage(String body) {
		assertThat(this.provider.hint(this.access, body.getBytes(StandardCharsets.UTF_8))).isEqualTo(Hint.NONE);
		assertThat(this.provider.hint(this.access, (body + "\u00e9[[[[").getBytes(StandardCharsets.ISO_8859_1)))
			.isEqualTo(Hint.NONE);
	}

	@Test
	void takesNothingFromACallbackAboutSomethingElse() {
		assertThat(this.provider.hint(this.access, this.vendor.foreign())).isEqualTo(Hint.NONE);
	}

	@Test
	void placesARepeatedOrderOnceWhereThereAreKeys() {
		Placement.Placed first = placed();
		if (this.provider.can(Capability.IDEMPOTENCY_KEY)) {
			assertThat(placed()).isEqualTo(first);
			assertThat(this.vendor.orders()).hasSize(1);
		}
	}

	@Test
	void findsTheOrderOfALostAnswer() {
		Instant begun = Instant.now();
		this.vendor.hasAnotherOrderFor(order());
		if (!this.provider.can(Capability.LOOK_UP)) {
			unsupported(() -> this.provider.find(this.access, order(), begun));
			return;
		}
		assertThat(ours(begun)).isEmpty();
		this.vendor.losesAnswers(this.vendor::isOrdering);
		assertThat(failure(this::placed)).satisfies(unavailable(Sent.PERHAPS));
		this.vendor.recovers();
		assertThat(ours(begun)).containsExactly(this.vendor.orders().getLast());
	}

	@Test
	void cancelsOnceAndForAll() {
		if (!this.provider.can(Capability.CANCEL)) {
			unsupported(() -> this.provider.cancel(this.access, "x"));
			return;
		}
		String reference = placed().reference();
		assertThat(this.provider.cancel(this.access, reference)).isEqualTo(Cancellation.CANCELLED);
		assertThat(this.provider.cancel(this.access, reference)).isEqualTo(Cancellation.CANCELLED);
		assertThat(this.vendor.orders()).isEmpty();
	}

	@Test
	void doesNotClaimToCancelWhatHasBegun() {
		if (this.provider.can(Capability.CANCEL)) {
			String reference = placed().reference();
			this.vendor.candidateAnswers(reference);
			assertThat(this.provider.cancel(this.access, reference)).isEqualTo(Cancellation.NOT_OFFERED);
			assertThat(this.vendor.orders()).containsExactly(reference);
		}
	}

	@Test
	void invitesOnceMoreHoweverOftenItIsRepeated() {
		if (!this.provider.can(Capability.RESEND)) {
			unsupported(() -> this.provider.resend(this.access, order(), "x", ANOTHER_KEY));
			return;
		}
		String reference = placed().reference();
		Resent first = this.provider.resend(this.access, order(), reference, ANOTHER_KEY);
		assertThat(this.provider.resend(this.access, order(), reference, ANOTHER_KEY)).isEqualTo(first);
		assertThat(this.vendor.invitations()).isEqualTo(2);
		assertThat(this.vendor.orders()).containsExactly(((Resent.Invited) first).reference());
	}

	@Test
	void doesNotInviteACandidateWhoHasAnswered() {
		if (this.provider.can(Capability.RESEND)) {
			String reference = placed().reference();
			this.vendor.candidateAnswers(reference);
			assertThat(this.provider.resend(this.access, order(), reference, ANOTHER_KEY))
				.isEqualTo(new Resent.TooLate());
			assertThat(this.vendor.invitations()).isEqualTo(1);
		}
	}

	@Test
	void erasesThePersonHoweverOftenItIsRepeated() {
		if (!this.provider.can(Capability.ERASE)) {
			unsupported(() -> this.provider.erase(this.access, "x", List.of()));
			return;
		}
		Placement.Placed placed = placed();
		assertThat(this.vendor.knowsPersonOf(placed.reference())).isTrue();
		this.provider.erase(this.access, placed.reference(), placed.aliases());
		assertThat(this.vendor.knowsPersonOf(placed.reference())).isFalse();
		this.provider.erase(this.access, placed.reference(), placed.aliases());
	}

	@Test
	void erasesThePersonOfAnOrderThatWasCancelled() {
		if (this.provider.can(Capability.ERASE) && this.provider.can(Capability.CANCEL)) {
			Placement.Placed placed = placed();
			this.provider.cancel(this.access, placed.reference());
			this.provider.erase(this.access, placed.reference(), placed.aliases());
			assertThat(this.vendor.knowsPersonOf(placed.reference())).isFalse();
		}
	}

	@Test
	void erasesNobodyTwiceWhenAnAnswerIsLost() {
		if (this.provider.can(Capability.ERASE)) {
			Placement.Placed placed = placed();
			this.vendor.losesAnswers(this.vendor::isErasing);
			assertThat(failure(() -> erase(placed))).satisfies(unavailable(Sent.PERHAPS));
			this.vendor.recovers();
			erase(placed);
			assertThat(this.vendor.knowsPersonOf(placed.reference())).isFalse();
		}
	}

	@Test
	void takesSomebodyUnknownForErased() {
		if (this.provider.can(Capability.ERASE)) {
			this.provider.erase(this.access, "gone", List.of("gone-too"));
		}
	}

	@Test
	void tellsARefusedErasure() {
		if (this.provider.can(Capability.ERASE)) {
			Placement.Placed placed = placed();
			this.vendor.answers(this.vendor::isErasing, new StubVendor.Reply(422, "{}"));
			assertThat(failure(() -> erase(placed))).isInstanceOf(Rejected.class);
		}
	}

	private void erase(Placement.Placed placed) {
		this.provider.erase(this.access, placed.reference(), placed.aliases());
	}

	@Test
	void listsOrdersWhereThereIsAList() {
		String reference = placed().reference();
		if (!this.provider.can(Capability.LIST)) {
			unsupported(() -> this.provider.list(this.access, 0));
			return;
		}
		Page page = this.provider.list(this.access, 0);
		assertThat(page.orders()).extracting(Page.Listed::reference).containsExactly(reference);
		assertThat(page.last()).isTrue();
	}

	@Test
	void showsAReportOnceThereIsOne() {
		String reference = placed().reference();
		assertThat(this.provider.report(this.access, reference, null)).isEmpty();
		URI told = told(this.provider.hint(this.access, this.vendor.stands(reference, ASSESSMENT, completedCode())));
		assertThat(this.provider.report(this.access, reference, told)).get().satisfies((report) -> {
			switch (report) {
				case Report.Pdf pdf -> assertThat(new String(pdf.content(), StandardCharsets.UTF_8)).startsWith("%PDF");
				case Report.Page page -> assertThat(page.address().getScheme()).isIn("http", "https");
			}
		});
	}

	@Test
	void isReadOrTells() {
		if (!this.provider.can(Capability.READ)) {
			assertThat(this.provider.can(Capability.SIGNED_CALLBACKS)).isTrue();
			unsupported(() -> this.provider.read(this.access, "x"));
		}
	}

	private StatusTable table() {
		return StatusTable.of(this.provider.kind());
	}

	private Snapshot stands(Placement.Placed placed, Row row) {
		return stands(placed, this.vendor.stands(placed.reference(), ASSESSMENT, row.code()));
	}

	private @Nullable Snapshot stands(Placement.Placed placed, byte[] callback) {
		if (this.provider.can(Capability.READ)) {
			return this.provider.read(this.access, placed.reference());
		}
		return Optional.ofNullable(this.provider.hint(this.access, callback).told()).map(Told::snapshot).orElse(null);
	}

	private static @Nullable URI told(Hint hint) {
		return (hint.told() != null) ? hint.told().report() : null;
	}

	private List<String> ours(Instant begun) {
		return this.provider.find(this.access, order(), begun)
			.stream()
			.filter((match) -> match.likelihood() != Likelihood.FOREIGN)
			.map(Match::reference)
			.toList();
	}

	private static void unsupported(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(call);
	}

}
