// A part that polls is only replaced when it has changed: nothing flickers, and nothing is read aloud again.
document.addEventListener("htmx:beforeSwap", (event) => {
	const part = event.target;
	const next = part.id && new DOMParser().parseFromString(event.detail.serverResponse, "text/html").getElementById(part.id);
	if (!next || next.innerHTML.trim() === part.innerHTML.trim()) {
		event.detail.shouldSwap = false;
	}
});
