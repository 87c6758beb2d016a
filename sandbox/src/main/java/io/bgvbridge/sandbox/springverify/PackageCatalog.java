package io.bgvbridge.sandbox.springverify;

import java.util.List;

import io.bgvbridge.sandbox.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be ordered: pairs of package and subtype. */
final class PackageCatalog {

	static final int CATEGORY = 3;

	static final int TAG = 9;

	private static final List<Row> ROWS = List.of(
			new Row(12, "Master Verifier", 34, "experienced", "Experienced hires"),
			new Row(12, "Master Verifier", 35, "fresher", "Freshers"),
			new Row(15, "Elite Verifier", 41, "leadership", "Leadership hires"));

	private PackageCatalog() {
	}

	static boolean has(int packageId, int subtypeId) {
		return ROWS.stream().anyMatch((row) -> row.packageId() == packageId && row.subtypeId() == subtypeId);
	}

	static ObjectNode view(int credits) {
		ObjectNode data = Json.object();
		data.putArray("categories").addObject().put("id", CATEGORY).put("category_name", "Full time");
		data.putArray("tags").addObject().put("id", TAG).put("category", "Bengaluru");
		data.put("credit_balance", credits).put("is_email_optional", 0).put("is_resume_optional", 1);
		data.putArray("required_fields").add("EMAIL").add("PHONE");
		ArrayNode packages = data.putArray("packages");
		for (Row row : ROWS) {
			packages.addObject()
				.put("package_id", row.packageId())
				.put("package_name", row.packageName())
				.put("subtype_id", row.subtypeId())
				.put("subtype_name", row.subtypeName())
				.put("subtype_friendly_name", row.friendlyName());
		}
		return data;
	}

	private record Row(int packageId, String packageName, int subtypeId, String subtypeName, String friendlyName) {
	}

}
