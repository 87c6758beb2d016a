package io.bgvbridge.gateway.console;

import io.bgvbridge.gateway.operator.AccountChange;
import io.bgvbridge.gateway.operator.Accounts;
import io.bgvbridge.gateway.operator.NewAccount;
import io.bgvbridge.gateway.operator.Role;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The accounts of those who may sign in.
 */
@Controller
@RequestMapping("/console/accounts")
class AccountsPage {

	private static final String PAGE = "/console/accounts";

	private final Accounts accounts;

	AccountsPage(Accounts accounts) {
		this.accounts = accounts;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("accounts", this.accounts.all());
		model.addAttribute("roles", Role.values());
		return "console/accounts";
	}

	@PostMapping
	String make(@RequestParam String name, @RequestParam String password, @RequestParam String role,
			Authentication operator, RedirectAttributes flash) {
		return Change.then(PAGE, "The account was made.", flash,
				() -> this.accounts.make(new NewAccount(name.strip(), password, role), operator.getName()));
	}

	@PostMapping("/{name}")
	String change(@PathVariable String name, @RequestParam(required = false) @Nullable String role,
			@RequestParam(required = false) @Nullable String password,
			@RequestParam(required = false) @Nullable Boolean disabled, Authentication operator,
			RedirectAttributes flash) {
		AccountChange change = new AccountChange(role, (password == null || password.isEmpty()) ? null : password,
				disabled);
		return Change.then(PAGE, "The account was changed.", flash,
				() -> this.accounts.change(name, change, operator.getName()));
	}

}
