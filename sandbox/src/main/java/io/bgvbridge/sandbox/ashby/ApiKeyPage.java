package io.bgvbridge.sandbox.ashby;

import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import io.bgvbridge.sandbox.http.Form;
import io.bgvbridge.sandbox.http.Request;
import io.bgvbridge.sandbox.http.Routes;
import io.bgvbridge.sandbox.http.Screen;
import io.bgvbridge.sandbox.page.Fields;
import io.bgvbridge.sandbox.page.Markup;
import io.bgvbridge.sandbox.page.Moments;
import org.jspecify.annotations.Nullable;

/**
 * The organisation's API keys, to copy from, and a form that makes one with chosen
 * permissions.
 */
final class ApiKeyPage implements Screen {

	static final String PATH = "/ashby/app/keys";

	private final ApiKeys keys;

	private volatile URI baseUrl = URI.create("http://localhost/ashby");

	ApiKeyPage(ApiKeys keys) {
		this.keys = keys;
	}

	void mountedAt(URI url) {
		this.baseUrl = url;
	}

	void addTo(Routes routes) {
		on(routes, "/app/keys", "The API keys, as a page");
		on(routes, "/app/keys", "The page's form: makes a key", (request, form) -> this.keys.make(scopes(form)), PATH);
		on(routes, "/app/keys/revoke", "The page's Deactivate button",
				(request, form) -> this.keys.revoke(form.text("key")), PATH);
	}

	@Override
	public String shown(Request request, @Nullable String problem) {
		return AppPages.SITE.page(PATH, "API Keys", problem, Markup.of("""
				<section><h2>Where Ashby is</h2>{}</section>
				<section><h2>Keys</h2><p class="dim">Ashby itself shows a key once, when it is made.</p>{}</section>
				<section><h2>New key</h2><p>A background-check partner needs <em>candidatesRead</em> and
				<em>candidatesWrite</em>; leave one out to see what then happens.</p>
				<form method="post" action="{}"><fieldset><legend>Permissions</legend>{}</fieldset>
				<p><button class="main">Make a key</button></p></form></section>
				""", Fields.copied("base-url", "Address of the API", this.baseUrl.toString()),
				Markup.each(this.keys.list(), ApiKeyPage::article), PATH,
				Markup.each(List.of(Scope.values()), ApiKeyPage::choice)));
	}

	private static Markup article(ApiKeys.ApiKey key) {
		String permissions = key.scopes().isEmpty() ? "no permission"
				: String.join(", ", key.scopes().stream().sorted().map(Scope::permission).toList());
		return Markup.of(
				"""
						<article>{}<p class="dim">made {}</p><form method="post" action="{}/revoke">
						<input type="hidden" name="key" value="{}"><button>Deactivate<span class="unseen"> the key with {}</span>
						</button></form></article>
						""",
				Fields.copied("key-" + key.id(), "Key with " + permissions, key.value()),
				Moments.shown(key.createdAt()), PATH, key.value(), permissions);
	}

	private static Markup choice(Scope scope) {
		return Markup.of("""
				<label class="choice"><input type="checkbox" name="scope" value="{}"{}> {}</label>
				""", scope.permission(), Markup.when(scope != Scope.API_KEYS_READ, Markup.of(" checked")),
				scope.permission());
	}

	private static Set<Scope> scopes(Form form) {
		Set<Scope> scopes = EnumSet.noneOf(Scope.class);
		form.all("scope").forEach((permission) -> scopes.add(Scope.of(permission)));
		return scopes;
	}

}
