// Parts of a page that are marked data-live are read again every second. Without this script the page is
// right when it is loaded, and stays as it is.
"use strict";

(() => {
	const every = 1000;
	const page = document.body.dataset.page;

	const renew = (old, fresh) => {
		if (!fresh || old.innerHTML === fresh.innerHTML) {
			return;
		}
		const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
		const open = [...old.querySelectorAll("details[open][id]")].map((each) => each.id);
		old.replaceChildren(...fresh.childNodes);
		open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
		if (focused) {
			document.getElementById(focused)?.focus();
		}
	};

	const look = async () => {
		try {
			const answer = document.hidden ? null : await fetch(page, { headers: { Accept: "text/html" }, cache: "no-store" });
			if (answer?.ok) {
				const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
				document.querySelectorAll("[data-live]").forEach((old) => renew(old, fresh.getElementById(old.id)));
			}
		} catch {
			// the sandbox is away: look again
		}
		setTimeout(look, every);
	};

	document.querySelectorAll("input[data-copied]").forEach((field) => field.addEventListener("focus", () => field.select()));
	if (page && document.querySelector("[data-live]")) {
		setTimeout(look, every);
	}
})();
