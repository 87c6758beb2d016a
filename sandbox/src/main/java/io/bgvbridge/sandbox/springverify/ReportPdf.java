package io.bgvbridge.sandbox.springverify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A one-page PDF with one line of text, written by hand. */
final class ReportPdf {

	private ReportPdf() {
	}

	static byte[] of(ProviderCandidate candidate) {
		String line = "Background verification of candidate " + candidate.id() + ": "
				+ OverallStatus.text(candidate.code());
		String content = "BT /F1 14 Tf 60 760 Td (" + line + ") Tj ET";
		return written(List.of("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
				"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
						+ " /Resources << /Font << /F1 4 0 R >> >> >>",
				"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
				"<< /Length " + content.length() + " >>\nstream\n" + content + "\nendstream"));
	}

	private static byte[] written(List<String> objects) {
		StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
		List<Integer> offsets = new ArrayList<>();
		for (String object : objects) {
			offsets.add(pdf.length());
			pdf.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
		}
		int table = pdf.length();
		pdf.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
		offsets.forEach((offset) -> pdf.append("%010d 00000 n \n".formatted(offset)));
		pdf.append("trailer\n<< /Size ")
			.append(objects.size() + 1)
			.append(" /Root 1 0 R >>\nstartxref\n")
			.append(table)
			.append("\n%%EOF\n");
		return pdf.toString().getBytes(StandardCharsets.US_ASCII);
	}

}
