package io.bgvbridge.ashby;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

import io.bgvbridge.messaging.vendor.VendorFailure;
import io.bgvbridge.messaging.vendor.VendorFailure.Rejected;
import io.bgvbridge.messaging.vendor.VendorFailure.Sent;
import io.bgvbridge.messaging.vendor.VendorFailure.Throttled;
import io.bgvbridge.messaging.vendor.VendorFailure.Unavailable;
import io.bgvbridge.messaging.vendor.VendorFailure.Unintelligible;
import io.bgvbridge.messaging.vendor.VendorHttp;
import io.bgvbridge.messaging.vendor.VendorHttp.Answer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;

/**
 * Puts files into a candidate's files in Ashby's three steps: a handle, the bytes, the
 * attaching. Every method throws {@link VendorFailure} as the call failed.
 */
public final class AshbyFiles {

	private static final Logger log = LoggerFactory.getLogger(AshbyFiles.class);

	private static final int MAX_BYTES = 64 * 1024;

	private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1");

	/** A name of the public kind: with a dot, and not a number in any notation. */
	private static final Pattern PUBLIC_NAME = Pattern
		.compile("(?i)(?:[a-z0-9-]+\\.)+(?!localhost\\.?$)[a-z][a-z0-9-]*\\.?");

	private final VendorHttp storage;

	private final AshbyHttp http;

	/**
	 * Files of any number of organisations.
	 * @param http how Ashby is called
	 * @param storage how the storage behind it is called
	 * @param version the API's version as {@code Ashby-Version} has it; null or blank for
	 * each key's default
	 */
	public AshbyFiles(VendorHttp http, VendorHttp storage, @Nullable String version) {
		this.storage = storage;
		this.http = new AshbyHttp(http, version);
	}

	/**
	 * Asks for a place to upload to ({@code file.createFileUploadHandle}, scope
	 * {@code candidatesWrite}). The place closes after ten minutes.
	 * @param access the organisation
	 * @param filename the file's name
	 * @param contentType its media type
	 * @param length its exact length in bytes
	 * @return the place
	 */
	public UploadHandle createUpload(AshbyAccess access, String filename, String contentType, long length) {
		JsonNode results = this.http
			.call(access, "file.createFileUploadHandle", AshbyJson.writeFile(filename, contentType, length))
			.results();
		return AshbyJson.uploadHandle(results);
	}

	/**
	 * Sends the bytes to the storage behind Ashby, which gets no key. Repeating it is
	 * harmless: the place holds one file.
	 * @param access the organisation
	 * @param upload the place
	 * @param filename the file's name, as it was declared
	 * @param contentType its media type, as it was declared
	 * @param content its bytes
	 * @throws Rejected with code {@code storage_} and the status, if the storage refused
	 * @throws Unavailable if the storage could not be reached or wants fewer calls, which
	 * says nothing of Ashby
	 * @throws Unintelligible if the place is not one to send a report to
	 */
	public void upload(AshbyAccess access, UploadHandle upload, String filename, String contentType, byte[] content) {
		URI place = upload.url();
		if (!isSafe(place, access.baseUrl())) {
			throw new Unintelligible("an upload address that is not safe");
		}
		MultipartForm form = new MultipartForm();
		upload.fields().forEach(form::field);
		Answer answer = send(place, form.contentType(), form.endingWithFile(filename, contentType, content));
		log.info("ashby.stored status={} bytes={}", answer.status(), content.length);
		if (answer.status() / 100 != 2) {
			throw new Rejected("storage_" + answer.status(), "");
		}
	}

	private Answer send(URI place, String contentType, byte[] body) {
		try {
			return VendorHttp.send(this.storage.client(place)
				.post()
				.uri(place)
				.header(HttpHeaders.CONTENT_TYPE, contentType)
				.body(body), MAX_BYTES);
		}
		catch (Throttled ex) {
			throw new Unavailable("throttled by the storage", Sent.NO, ex.retryAfter(), ex);
		}
	}

	/**
	 * Attaches an uploaded file to a candidate ({@code candidate.uploadFile}, scope
	 * {@code candidatesWrite}). Not safe to repeat blindly.
	 * @param access the organisation
	 * @param candidateId Ashby's id of the candidate
	 * @param handle {@link UploadHandle#handle()} of the uploaded file
	 */
	public void attach(AshbyAccess access, String candidateId, String handle) {
		this.http.call(access, "candidate.uploadFile", AshbyJson.writeAttachment(candidateId, handle)).results();
	}

	/**
	 * A report goes out in the clear only where Ashby itself is played on this machine,
	 * and never to an address inside our own network.
	 */
	private static boolean isSafe(URI place, URI ashby) {
		String host = place.getHost();
		if (host == null || place.getUserInfo() != null) {
			return false;
		}
		return "https".equalsIgnoreCase(place.getScheme()) ? PUBLIC_NAME.matcher(host).matches()
				: ("http".equalsIgnoreCase(place.getScheme()) && THIS_MACHINE.contains(host)
						&& host.equals(ashby.getHost()));
	}

}
