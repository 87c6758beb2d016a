package io.bgvbridge.sandbox.ashby;

import java.util.ArrayList;
import java.util.List;

import io.bgvbridge.sandbox.http.Refused;

/** The files of all candidates, oldest first. */
final class CandidateFiles {

	private static final int MOST = 100_000;

	private final List<CandidateFile> files = new ArrayList<>();

	synchronized void add(CandidateFile file) {
		if (this.files.size() >= MOST) {
			throw new Refused(507, "The sandbox holds at most " + MOST + " files");
		}
		this.files.add(file);
	}

	synchronized List<CandidateFile> of(String candidateId) {
		return this.files.stream().filter((file) -> file.candidateId().equals(candidateId)).toList();
	}

	synchronized void merge(String candidateId, String survivor) {
		this.files.replaceAll((file) -> file.candidateId().equals(candidateId) ? file.ownedBy(survivor) : file);
	}

	synchronized void delete(String candidateId) {
		this.files.removeIf((file) -> file.candidateId().equals(candidateId));
	}

}
