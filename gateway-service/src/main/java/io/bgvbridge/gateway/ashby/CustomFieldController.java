package io.bgvbridge.gateway.ashby;

import io.bgvbridge.gateway.connection.Connection;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Ashby's door for custom fields, under its older and its newer name.
 */
@RestController
class CustomFieldController {

	private final AshbyBody bodies;

	CustomFieldController(AshbyBody bodies) {
		this.bodies = bodies;
	}

	@PostMapping({ "/ashby/assessment.customField.list", "/ashby/customFields.fetch" })
	FieldsAnswer fields(@AuthenticationPrincipal Connection connection,
			@RequestHeader(name = HttpHeaders.CONTENT_TYPE, required = false) @Nullable String contentType,
			@RequestBody(required = false) byte @Nullable [] body) {
		this.bodies.read(contentType, body);
		return FieldsAnswer.of(connection.provider().fields());
	}

}
