package io.bgvbridge.sandbox.http;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One recorded call to a vendor.
 *
 * @param vendor name of the simulator
 * @param method HTTP method
 * @param path path below the mount point, with its query
 * @param time when it arrived
 * @param status the answered status, 0 when the connection was closed instead
 * @param fault the injected fault, or null
 * @param headers request headers by lower-case name; {@code authorization} only names its
 * scheme
 * @param requestBody the body as sent, cut after 16,384 characters
 * @param responseBody the body as answered, cut likewise
 */
public record Call(String vendor, String method, String path, Instant time, int status, @Nullable String fault,
		Map<String, String> headers, String requestBody, String responseBody) {
}
