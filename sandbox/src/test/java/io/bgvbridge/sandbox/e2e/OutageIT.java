package io.bgvbridge.sandbox.e2e;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.bgvbridge.sandbox.ashby.Assessment;
import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.stack.Part;
import io.bgvbridge.sandbox.stack.Service;
import io.bgvbridge.sandbox.stack.ServiceProcess;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the product stands on goes away and comes back.
 */
class OutageIT {

	private static final Duration AT_ONCE = Duration.ofSeconds(2);

	private final Product product = Product.running();

	/** Other tests make letters of their own. */
	private final long lettersBefore = deadLetters();

	@Test
	void answers503WhileKafkaIsAwayAndLosesNothing() {
		losesNothingWithout(this.product.stack.kafka());
	}

	@Test
	void answers503WhilePostgresIsAwayAndLosesNothing() {
		losesNothingWithout(this.product.stack.postgres());
	}

	private void losesNothingWithout(Part part) {
		Candidate before = this.product.person();
		Candidate meanwhile = this.product.person();
		String type = this.product.typeId();
		Assessment underWay = this.product.start(before, type);
		part.kill();
		try {
			for (int i = 0; i < 5; i++) {
				Caller.Answer answer = this.product.asAshby()
					.post("/ashby/assessment.start", BadInputIT.start(meanwhile, type));
				assertThat(answer.status()).as(answer.text()).isEqualTo(503);
				assertThat(answer.header("Retry-After")).isNotBlank();
				assertThat(answer.took()).isLessThan(AT_ONCE);
			}
		}
		finally {
			part.start();
		}
		Assessment repeated = Product.until("starts to be accepted again", Duration.ofSeconds(60), () -> {
			int status = this.product.asAshby()
				.post("/ashby/assessment.start", BadInputIT.start(meanwhile, type))
				.status();
			return (status == 200) ? this.product.start(meanwhile, type) : null;
		}, (started) -> started != null);
		assertThat(this.product.complete(before, underWay).result()).isNotNull();
		assertThat(this.product.complete(meanwhile, repeated).result()).isNotNull();
		assertThat(this.product.springVerify.findByEmail(before.email())).hasSize(1);
		assertThat(this.product.springVerify.findByEmail(meanwhile.email())).hasSize(1);
		assertThat(deadLetters()).isEqualTo(this.lettersBefore);
	}

	@Test
	void goesOnWithoutTheRegistryAndDeadLettersNothing() {
		String type = this.product.typeId();
		List<Candidate> people = IntStream.range(0, 10).mapToObj((i) -> this.product.person()).toList();
		Assessment first = this.product.start(people.getFirst(), type);
		this.product.linked(people.getFirst(), first);
		Part registry = this.product.stack.registry();
		registry.kill();
		try {
			people.forEach((person) -> this.product.start(person, type));
			people.forEach(this.product::ordered);
		}
		finally {
			registry.start();
		}
		assertThat(this.product.complete(people.getLast(), this.product.start(people.getLast(), type)).result())
			.isNotNull();
		assertThat(deadLetters()).isEqualTo(this.lettersBefore);
	}

	@Test
	void restartedWithoutTheRegistryIsNotReadyAndGoesOnWhenItIsBack() throws Exception {
		ServiceProcess verification = this.product.service(Service.VERIFICATION);
		Part registry = this.product.stack.registry();
		Candidate person = this.product.person();
		verification.kill();
		Assessment started = this.product.start(person);
		registry.kill();
		Thread starting = Thread.ofVirtual().start(verification::start);
		try {
			Caller management = new Caller(verification.managementUri());
			Caller.Answer health = Product.until("the service to say why it is not ready", Duration.ofSeconds(60),
					() -> health(management), (answer) -> answer != null);
			assertThat(health.status()).isEqualTo(503);
			assertThat(health.text()).contains("registry");
		}
		finally {
			registry.start();
		}
		starting.join(Duration.ofSeconds(60));
		assertThat(this.product.complete(person, started).result()).isNotNull();
		assertThat(deadLetters()).isEqualTo(this.lettersBefore);
	}

	private static Caller.Answer health(Caller management) {
		try {
			Caller.Answer answer = management.get("/actuator/health/readiness");
			return answer.text().contains("schemaRegistry") ? answer : null;
		}
		catch (AssertionError notUpYet) {
			return null;
		}
	}

	private long deadLetters() {
		TopicReader topics = new TopicReader(this.product.stack);
		return Topics.all().stream().flatMap(Topics.Topic::deadLetterTopics).mapToLong(topics::count).sum();
	}

}
