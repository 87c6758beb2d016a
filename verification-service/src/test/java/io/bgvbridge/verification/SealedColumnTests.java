package io.bgvbridge.verification;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import io.bgvbridge.messaging.sealing.SealedColumn;
import io.bgvbridge.verification.provider.Placement;
import io.bgvbridge.verification.report.ReportLinks;
import io.bgvbridge.verification.state.Reason;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is kept sealed, and where it can be opened.
 */
class SealedColumnTests extends OrderingFixture {

	@Autowired
	private List<SealedColumn> columns;

	@Autowired
	private ReportLinks links;

	@Test
	void everyOneIsOpenedForItsPlaceAndItsRow() {
		UUID assessmentId = request(connect());
		this.links.keep(assessmentId, URI.create("https://reports.example/1"));
		this.provider.places(() -> new Placement.Refused(Reason.REJECTED_BY_PROVIDER, "words"));
		work(assessmentId, PlaceOrder.KIND);
		assertThat(this.columns).extracting(SealedColumn::column)
			.containsExactlyInAnyOrder("sealed_candidate", "sealed_report_link", "sealed_words", "sealed_credentials");
		assertThat(this.columns).allSatisfy((each) -> assertThat(open(each)).isNotEmpty());
	}

	/** All but early_callback.sealed, whose place is its record and not its row. */
	@Test
	void noSealedColumnIsLeftOut() {
		assertThat(this.jdbc
			.sql("select column_name from information_schema.columns where table_schema = 'public'"
					+ " and column_name like 'sealed%' and column_name <> 'sealed'")
			.query(String.class)
			.list()).containsExactlyInAnyOrderElementsOf(this.columns.stream().map(SealedColumn::column).toList());
	}

	private byte[] open(SealedColumn column) {
		return this.jdbc
			.sql("select " + column.id() + " as id, " + column.column() + " as sealed from " + column.table())
			.query((row, number) -> this.sealing.open(column.place(), row.getString("id"), row.getBytes("sealed")))
			.single();
	}

}
