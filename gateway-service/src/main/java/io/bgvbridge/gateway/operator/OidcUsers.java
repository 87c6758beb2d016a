package io.bgvbridge.gateway.operator;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * People whom the organisation's own login knows. Who has no role of ours is not let in.
 */
final class OidcUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {

	static final String NO_ROLE = "no_role";

	private static final String NAME = "bgv_name";

	private final OAuth2UserService<OidcUserRequest, OidcUser> known = new OidcUserService();

	private final String roleClaim;

	OidcUsers(String roleClaim) {
		this.roleClaim = roleClaim;
	}

	@Override
	public OidcUser loadUser(OidcUserRequest request) {
		OidcUser user = Objects.requireNonNull(this.known.loadUser(request));
		Role role = role(user.getClaims().get(this.roleClaim))
			.orElseThrow(() -> new OAuth2AuthenticationException(new OAuth2Error(NO_ROLE)));
		Map<String, Object> claims = new HashMap<>(user.getClaims());
		claims.put(NAME, name(user));
		return new DefaultOidcUser(List.of(new SimpleGrantedAuthority("ROLE_" + role.name())), request.getIdToken(),
				new OidcUserInfo(claims), NAME);
	}

	/** The highest of them. */
	static Optional<Role> role(@Nullable Object claim) {
		Stream<?> values = (claim instanceof Collection<?> many) ? many.stream() : Stream.ofNullable(claim);
		return values.flatMap((value) -> Role.of(String.valueOf(value)).stream()).max(Comparator.naturalOrder());
	}

	/** Not to be taken for an account's. */
	private static String name(OidcUser user) {
		return "oidc:" + Stream.of(user.getPreferredUsername(), user.getEmail(), user.getSubject())
			.filter((name) -> name != null && !name.isBlank())
			.findFirst()
			.orElse("unknown");
	}

}
