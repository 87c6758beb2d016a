package io.bgvbridge.messaging;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.bgvbridge.messaging.avro.KnownSchemas;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Keeps listeners, worker and relay from starting before every schema that the service
 * writes has its id. Without it a vendor would be called whose answer cannot be recorded.
 * Health is answered meanwhile, and says what is waited for.
 */
final class SchemaGate implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(SchemaGate.class);

	private static final Duration PAUSE = Duration.ofMillis(500);

	/** After the web servers, before everything that takes or makes records. */
	private static final int PHASE = DEFAULT_PHASE - 1024;

	private final KnownSchemas schemas;

	private final CountDownLatch open = new CountDownLatch(1);

	private volatile boolean running;

	SchemaGate(KnownSchemas schemas) {
		this.schemas = schemas;
	}

	@Override
	public void start() {
		this.running = true;
		Thread.ofVirtual().name("schema-gate").start(this::ask);
		try {
			// Waits without a time limit, so that a context that is closed may interrupt
			// it.
			this.open.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void ask() {
		boolean told = false;
		while (this.running && !isComplete()) {
			if (!told) {
				log.warn(
						"schemas.awaited reason=\"the registry does not answer, or topics and schemas are not set up\"");
				told = true;
			}
			try {
				Thread.sleep(PAUSE);
			}
			catch (InterruptedException ex) {
				return;
			}
		}
		this.open.countDown();
	}

	private boolean isComplete() {
		try {
			return this.schemas.complete();
		}
		catch (RuntimeException ex) {
			return false;
		}
	}

	@Override
	public void stop() {
		this.running = false;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
