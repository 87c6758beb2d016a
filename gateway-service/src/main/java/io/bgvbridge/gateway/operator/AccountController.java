package io.bgvbridge.gateway.operator;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Administrators' door to the accounts.
 */
@RestController
@RequestMapping("/api/accounts")
class AccountController {

	private final Accounts accounts;

	AccountController(Accounts accounts) {
		this.accounts = accounts;
	}

	@GetMapping
	All all() {
		return new All(this.accounts.all());
	}

	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	Account make(@RequestBody NewAccount account, Authentication operator) {
		return this.accounts.make(account, operator.getName());
	}

	@PatchMapping("/{name}")
	Account change(@PathVariable String name, @RequestBody AccountChange change, Authentication operator) {
		return this.accounts.change(name, change, operator.getName());
	}

	/**
	 * All accounts.
	 *
	 * @param results by name
	 */
	record All(List<Account> results) {

	}

}
