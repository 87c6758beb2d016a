package io.bgvbridge.sync;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.bgvbridge.messaging.sealing.SealedColumn;
import io.bgvbridge.schemas.UpdateReason;
import io.bgvbridge.schemas.WorkOutcome;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

import static org.assertj.core.api.Assertions.assertThat;

@RunningSync
class SealedColumnsTests extends SyncFixture {

	@Autowired
	private List<SealedColumn> columns;

	@Autowired
	private MeterRegistry meters;

	@Value("${bgv.keyset-file}")
	private Path keyset;

	@Test
	void areAllDeclared() {
		List<String> bytes = this.jdbc.sql("""
				select table_name || '.' || column_name from information_schema.columns
				where table_schema = 'public' and data_type = 'bytea' and table_name <> 'outbox'
				""").query(String.class).list();

		assertThat(this.columns).extracting((column) -> column.table() + "." + column.column())
			.containsExactlyInAnyOrderElementsOf(bytes);
	}

	@Test
	void followThePrimaryKey() throws Exception {
		this.ashby.answers(503, "");
		connect();
		this.check.failsToStart(2, UpdateReason.REJECTED_BY_PROVIDER, "Adam Hart is unknown");
		await().until(() -> !reports(WorkOutcome.WAITING).isEmpty());

		int key = promote();

		await().until(() -> rowsUnder(key) == 2);
		assertThat(this.columns).allSatisfy((column) -> assertThat(this.meters.get("bgv.sealing.rows.older")
			.tags("table", column.table(), "column", column.column())
			.gauge()).isNotNull());
		delivered(2);
	}

	private long rowsUnder(int key) {
		byte[] prefix = java.nio.ByteBuffer.allocate(5).put((byte) 1).putInt(key).array();
		return this.jdbc.sql("""
				select (select count(*) from assessment where assessment_id = :assessment
						and substring(sealed_details from 1 for 5) = :prefix)
					+ (select count(*) from connection where connection_id = :connection
						and substring(sealed_access from 1 for 5) = :prefix)
				""")
			.param("assessment", this.check.assessmentId)
			.param("connection", this.organisation.connectionId)
			.param("prefix", prefix)
			.query(Long.class)
			.single();
	}

	/** The other keys stay: other tests share the service. */
	private int promote() throws GeneralSecurityException, IOException {
		KeysetHandle before = TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(this.keyset),
				InsecureSecretKeyAccess.get());
		KeysetHandle after = KeysetHandle.newBuilder(before)
			.addEntry(KeysetHandle.generateEntryFromParameters(before.getPrimary().getKey().getParameters())
				.withRandomId()
				.makePrimary())
			.build();
		Path next = this.keyset.resolveSibling(this.keyset.getFileName() + ".next");
		Files.writeString(next, TinkJsonProtoKeysetFormat.serializeKeyset(after, InsecureSecretKeyAccess.get()));
		Files.move(next, this.keyset, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
		return after.getPrimary().getId();
	}

}
