package io.bgvbridge.sandbox.stack;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Several pieces of work at the same time.
 */
final class Together {

	private Together() {
	}

	/**
	 * Does all of it and waits for the end of each piece.
	 * @param work the pieces
	 * @throws RuntimeException what the first failing piece threw
	 */
	static void run(List<Runnable> work) {
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			CompletableFuture
				.allOf(work.stream()
					.map((piece) -> CompletableFuture.runAsync(piece, threads))
					.toArray(CompletableFuture<?>[]::new))
				.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

}
