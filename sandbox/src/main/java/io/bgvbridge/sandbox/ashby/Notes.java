package io.bgvbridge.sandbox.ashby;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The notes on all candidates in the order in which they were written, the last 10,000.
 */
final class Notes {

	private static final int MOST = 10_000;

	private final List<Note> notes = new ArrayList<>();

	synchronized void add(Note note) {
		this.notes.add(note);
		if (this.notes.size() > MOST) {
			this.notes.removeFirst();
		}
	}

	synchronized List<Note> list() {
		return List.copyOf(this.notes);
	}

	/**
	 * The candidate's notes, newest first.
	 * @param after the last note of the page before, or null for the first page
	 * @throws AshbyRefusal when there is no such note on the candidate
	 */
	synchronized List<Note> newest(String candidateId, @Nullable String after) {
		List<Note> all = this.notes.reversed()
			.stream()
			.filter((note) -> note.candidateId().equals(candidateId))
			.toList();
		if (after == null) {
			return all;
		}
		for (int i = 0; i < all.size(); i++) {
			if (all.get(i).id().equals(after)) {
				return all.subList(i + 1, all.size());
			}
		}
		throw AshbyRefusal.invalid("cursor", "is not known");
	}

	synchronized void merge(String candidateId, String survivor) {
		this.notes.replaceAll((note) -> note.candidateId().equals(candidateId) ? note.ownedBy(survivor) : note);
	}

	synchronized void delete(String candidateId) {
		this.notes.removeIf((note) -> note.candidateId().equals(candidateId));
	}

}
