package io.bgvbridge.gateway.operator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

import io.bgvbridge.gateway.audit.Audit;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.server.ResponseStatusException;

/**
 * The operators' accounts. The first administrator's is in the environment, so that
 * nobody can lock everybody out.
 */
@Component
public class Accounts {

	private static final int SHORTEST = 12;

	/** What bcrypt takes. */
	private static final int LONGEST_BYTES = 72;

	private final AccountStore store;

	private final OperatorProperties first;

	private final PasswordEncoder passwords;

	private final Audit audit;

	private final TransactionOperations transactions;

	Accounts(AccountStore store, OperatorProperties first, PasswordEncoder passwords, Audit audit,
			TransactionOperations transactions) {
		this.store = store;
		this.first = first;
		this.passwords = passwords;
		this.audit = audit;
		this.transactions = transactions;
	}

	/**
	 * All accounts but the first administrator's.
	 * @return by name
	 */
	public List<Account> all() {
		return this.store.all();
	}

	/**
	 * Makes an account.
	 * @param command what is wanted
	 * @param operator who asks
	 * @return the account
	 * @throws ResponseStatusException 400 with what is wrong, 409 if the name is taken
	 */
	public Account make(NewAccount command, String operator) {
		String name = (command.name() != null) ? command.name() : "";
		require(Account.NAME.matcher(name).matches(),
				"name must be 2 to 100 of a-z, 0-9, dot, underscore, hyphen and @, and begin with a letter or digit.");
		Role role = role((command.role() != null) ? command.role() : "");
		String hash = hash((command.password() != null) ? command.password() : "");
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			if (name.equalsIgnoreCase(this.first.user()) || !this.store.insert(name, role, hash)) {
				throw new ResponseStatusException(HttpStatus.CONFLICT, "There is an account of this name already.");
			}
			this.audit.changed(operator, "account.make", name);
			return find(name);
		}));
	}

	/**
	 * Changes an account. Whoever is signed in with it has to sign in again.
	 * @param name the account's name
	 * @param change what becomes of it
	 * @param operator who asks
	 * @return the account as it is now
	 * @throws ResponseStatusException 400 with what is wrong, 404 if there is no such
	 * account
	 */
	public Account change(String name, AccountChange change, String operator) {
		@Nullable Role role = (change.role() != null) ? role(change.role()) : null;
		@Nullable String hash = (change.password() != null) ? hash(change.password()) : null;
		require(role != null || hash != null || change.disabled() != null,
				"Something must change: role, password or disabled.");
		return Objects.requireNonNull(this.transactions.execute((status) -> {
			find(name);
			this.store.update(name, role, hash, change.disabled());
			if (role != null) {
				this.audit.changed(operator, "account.role-" + role.code(), name);
			}
			if (hash != null) {
				this.audit.changed(operator, "account.password", name);
			}
			if (change.disabled() != null) {
				this.audit.changed(operator, change.disabled() ? "account.disable" : "account.enable", name);
			}
			return find(name);
		}));
	}

	/** Whether a login is as good as it was. */
	boolean isCurrent(Operator operator) {
		return operator.version() == 0 || this.store.login(operator.name())
			.filter((login) -> login.operator().version() == operator.version())
			.isPresent();
	}

	private Account find(String name) {
		if (!Account.NAME.matcher(name).matches()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such account.");
		}
		return this.store.find(name)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such account."));
	}

	private static Role role(String code) {
		return Role.of(code)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST,
					"role must be viewer, operator or administrator."));
	}

	private String hash(String password) {
		require(password.codePointCount(0, password.length()) >= SHORTEST
				&& password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES,
				"password must be at least 12 characters and at most 72 bytes.");
		return Objects.requireNonNull(this.passwords.encode(password));
	}

	private static void require(boolean holds, String sentence) {
		if (!holds) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
		}
	}

}
