// Live parts of pages. What has not changed is not drawn again, so that nothing flickers and nothing loses the focus;
// a part that somebody is filling in waits; a page that nobody sees asks for nothing.
const seen = new Map();
let told = "";

// Forms carry a token that differs each time.
function plain(part) {
	const copy = part.cloneNode(true);
	copy.querySelectorAll("input[name=_csrf]").forEach((token) => token.remove());
	return copy.innerHTML;
}

function news() {
	return [...document.querySelectorAll("[data-news]")].map((part) => part.textContent.replace(/\s+/g, " ").trim()).join(" ");
}

document.querySelectorAll("[hx-get][id]").forEach((part) => seen.set(part.id, plain(part)));
told = news();

document.addEventListener("htmx:beforeRequest", (event) => {
	if (document.hidden && (event.detail.elt.getAttribute("hx-trigger") ?? "").startsWith("every")) {
		event.preventDefault();
	}
});

document.addEventListener("htmx:beforeSwap", (event) => {
	const target = event.detail.target;
	if (!seen.has(target.id) || !event.detail.shouldSwap) {
		return;
	}
	const next = new DOMParser().parseFromString(event.detail.serverResponse, "text/html").getElementById(target.id);
	const text = (next !== null) ? plain(next) : null;
	const busy = target.querySelector("input:focus, select:focus, textarea:focus, details[open]") !== null;
	if (text === null || busy || text === seen.get(target.id)) {
		event.detail.shouldSwap = false;
		return;
	}
	seen.set(target.id, text);
});

// Told to those who do not see the change.
document.addEventListener("htmx:afterSettle", () => {
	const now = news();
	if (now !== told) {
		told = now;
		document.getElementById("news").textContent = now;
	}
});
