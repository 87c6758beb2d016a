package io.bgvbridge.ashby;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A place that Ashby gave for one file. Whoever holds it can upload, so that it is kept
 * like a secret.
 *
 * @param handle Ashby's name of the file
 * @param url where the file is sent
 * @param fields form fields that are sent before the file, in Ashby's order
 */
public record UploadHandle(String handle, URI url, Map<String, String> fields) {

	/**
	 * Keeps the order of the fields.
	 */
	public UploadHandle {
		fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
	}

	/**
	 * Names the storage only.
	 */
	@Override
	public String toString() {
		return "UploadHandle[host=" + this.url.getHost() + "]";
	}

}
