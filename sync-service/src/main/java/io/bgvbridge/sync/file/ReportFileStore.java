package io.bgvbridge.sync.file;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.bgvbridge.ashby.UploadHandle;
import io.bgvbridge.messaging.sealing.SealedColumn;
import io.bgvbridge.messaging.sealing.Sealing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rows of {@code report_file}. A change of a row that was erased meanwhile changes
 * nothing.
 */
@Component
class ReportFileStore {

	private static final String PLACE = "sync.upload";

	private static final String ANEW = " (report_file.failure is not null"
			+ " and report_file.candidate_id <> excluded.candidate_id)\n";

	private final JdbcClient jdbc;

	private final Sealing sealing;

	private final JsonMapper json;

	ReportFileStore(JdbcClient jdbc, Sealing sealing, JsonMapper json) {
		this.jdbc = jdbc;
		this.sealing = sealing;
		this.json = json;
	}

	@Bean
	static SealedColumn sealedUpload() {
		return new SealedColumn("report_file", "assessment_id", "sealed_upload", PLACE);
	}

	/**
	 * Keeps which file is wanted and tells whether that is new. What failed with one
	 * candidate is begun anew with another.
	 */
	boolean want(UUID assessmentId, UUID connectionId, String candidateId, long revision) {
		return this.jdbc.sql("""
				insert into report_file (assessment_id, connection_id, candidate_id, revision)
				values (:assessment, :connection, :candidate, :revision)
				on conflict (assessment_id) do update set candidate_id = excluded.candidate_id,
					revision = excluded.revision,
					wanted_at = case when report_file.revision = excluded.revision and not """ + ANEW + """
					then report_file.wanted_at else now() end,
				settled_revision = case when """ + ANEW + """
					then 0 else report_file.settled_revision end,
				failure = case when """ + ANEW + """
						then null else report_file.failure end
				where (report_file.revision, report_file.candidate_id) <> (excluded.revision, excluded.candidate_id)
				""")
			.param("assessment", assessmentId)
			.param("connection", connectionId)
			.param("candidate", candidateId)
			.param("revision", revision)
			.update() == 1;
	}

	void withdraw(UUID assessmentId) {
		change(assessmentId, "revision = 0");
	}

	void erase(UUID assessmentId) {
		this.jdbc.sql("delete from report_file where assessment_id = ?").param(assessmentId).update();
	}

	@Nullable ReportFile find(UUID assessmentId) {
		return this.jdbc.sql("""
				select *, extract(epoch from now() - wanted_at) * 1000 as wanted_for,
					extract(epoch from now() - placed_at) * 1000 as place_age,
					extract(epoch from now() - attaching_at) * 1000 as attaching_for
				from report_file where assessment_id = ?
				""").param(assessmentId).query((row, number) -> file(row)).optional().orElse(null);
	}

	boolean placed(ReportFile file, UploadHandle place, long length) {
		byte[] plain = this.json.writeValueAsBytes(this.json.createObjectNode()
			.put("handle", place.handle())
			.put("url", place.url().toString())
			.set("fields", this.json.valueToTree(place.fields())));
		return this.jdbc.sql("""
				update report_file set step = 'PLACED', step_revision = :revision, sealed_upload = :upload,
					length = :length, placed_at = now(), attaching_at = null
				where assessment_id = :assessment
				""")
			.param("revision", file.revision())
			.param("upload", this.sealing.seal(PLACE, file.assessmentId().toString(), plain))
			.param("length", length)
			.param("assessment", file.assessmentId())
			.update() == 1;
	}

	void uploaded(UUID assessmentId) {
		change(assessmentId, "step = 'UPLOADED', attaching_at = null");
	}

	boolean attaching(UUID assessmentId) {
		return change(assessmentId, "step = 'ATTACHING', attaching_at = now()");
	}

	/** The steps begin anew. */
	void restart(UUID assessmentId) {
		change(assessmentId, "step = 'NONE', step_revision = 0, sealed_upload = null, length = null, placed_at = null, "
				+ "attaching_at = null");
	}

	/** The candidate has the file, or there is none to have. */
	void settled(UUID assessmentId, long revision) {
		restart(assessmentId);
		this.jdbc.sql("""
				update report_file set settled_revision = greatest(settled_revision, ?), failure = null
				where assessment_id = ?
				""").params(revision, assessmentId).update();
	}

	/**
	 * The candidate will not have the file; true unless it is another candidate's now.
	 */
	boolean failed(ReportFile file, long revision, String failure) {
		restart(file.assessmentId());
		return this.jdbc.sql("""
				update report_file set settled_revision = greatest(settled_revision, ?), failure = ?
				where assessment_id = ? and candidate_id = ?
				""").params(revision, failure, file.assessmentId(), file.candidateId()).update() == 1;
	}

	private boolean change(UUID assessmentId, String change) {
		return this.jdbc.sql("update report_file set " + change + " where assessment_id = ?")
			.param(assessmentId)
			.update() == 1;
	}

	private ReportFile file(ResultSet row) throws SQLException {
		UUID assessmentId = row.getObject("assessment_id", UUID.class);
		return new ReportFile(assessmentId, row.getObject("connection_id", UUID.class), row.getString("candidate_id"),
				row.getLong("revision"), row.getLong("settled_revision"), Duration.ofMillis(row.getLong("wanted_for")),
				ReportFile.Step.valueOf(row.getString("step")), row.getLong("step_revision"),
				place(assessmentId, row.getBytes("sealed_upload")), row.getLong("length"),
				Duration.ofMillis(row.getLong("place_age")), Duration.ofMillis(row.getLong("attaching_for")));
	}

	private @Nullable UploadHandle place(UUID assessmentId, byte @Nullable [] sealed) {
		if (sealed == null) {
			return null;
		}
		JsonNode place = this.json.readTree(this.sealing.open(PLACE, assessmentId.toString(), sealed));
		Map<String, String> fields = new LinkedHashMap<>();
		place.path("fields")
			.propertyStream()
			.forEach((field) -> fields.put(field.getKey(), field.getValue().asString("")));
		return new UploadHandle(place.required("handle").asString(), URI.create(place.required("url").asString()),
				fields);
	}

}
