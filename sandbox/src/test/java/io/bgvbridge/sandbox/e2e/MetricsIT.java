package io.bgvbridge.sandbox.e2e;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.bgvbridge.sandbox.ashby.Candidate;
import io.bgvbridge.sandbox.stack.Service;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the services tell Prometheus after some traffic.
 */
class MetricsIT {

	private static final int MOST_SERIES = 200;

	/** Kafka's clients tell each partition by itself: as many as there are. */
	private static final int MOST_SERIES_OF_KAFKA = 500;

	/** An id, an e-mail, a phone or a time: nothing that there are few of. */
	private static final Pattern UNBOUNDED = Pattern
		.compile("[0-9a-f]{8}-[0-9a-f]{4}-|@|(?<!node-)\\b[0-9]{7}|\\?|/[0-9]+(/|$)|[0-9a-f]{24}");

	/** What Prometheus asks for first. */
	private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";

	/** Begins the trace that a series names as an example. */
	private static final String EXEMPLAR = " # {";

	/** Some connections may have series of their own; how many is limited. */
	private static final String CONNECTION = "connection";

	private final Product product = Product.running();

	@Test
	void areThereForEveryAlertAndDashboard() {
		traffic();
		Set<String> exposed = new TreeSet<>();
		for (Service service : Service.values()) {
			scraped(service).values().forEach((series) -> exposed.add(series.name()));
		}
		Map<String, Set<String>> missing = new TreeMap<>();
		Monitoring.expressions().forEach((where, expression) -> {
			Set<String> absent = Monitoring.metrics(expression);
			absent.removeAll(exposed);
			if (!absent.isEmpty()) {
				missing.put(where, absent);
			}
		});
		assertThat(missing).isEmpty();
	}

	@Test
	void haveFewSeriesEach() {
		traffic();
		for (Service service : Service.values()) {
			Map<String, Integer> counts = new TreeMap<>();
			scraped(service).values().forEach((series) -> counts.merge(series.name(), 1, Integer::sum));
			counts.entrySet()
				.removeIf((count) -> count
					.getValue() <= (count.getKey().startsWith("kafka_") ? MOST_SERIES_OF_KAFKA : MOST_SERIES));
			assertThat(counts).as("series of " + service).isEmpty();
		}
	}

	@Test
	void haveNoTagThatThereIsNoEndOf() {
		traffic();
		for (Service service : Service.values()) {
			Map<String, String> unbounded = new TreeMap<>();
			scraped(service).values().forEach((series) -> series.tags().forEach((tag, value) -> {
				if (!tag.equals(CONNECTION) && UNBOUNDED.matcher(value).find()) {
					unbounded.put(series.name() + " " + tag, value);
				}
			}));
			assertThat(unbounded).as(service.artifact()).isEmpty();
			assertThat(Planted.in(scrape(service))).as(service.artifact()).isEmpty();
		}
	}

	/** The database is asked every fifteen seconds only. */
	@Test
	void tellHowManyChecksAndConnectionsThereAre() {
		this.product.start(this.product.person());
		Pattern open = Pattern.compile("bgv_checks_open(\\{.*})? [1-9]");
		String told = Product.until("a check that is open", Duration.ofSeconds(30), () -> scrape(Service.GATEWAY),
				(scraped) -> open.matcher(scraped).find());
		assertThat(told).containsPattern("bgv_connections\\{.*status=\"live\".*} [1-9]")
			.containsPattern("bgv_dead_letters(\\{.*})? [0-9]");
		assertThat(scrape(Service.SYNC))
			.containsPattern("bgv_connection_due\\{connection=\"[0-9a-f-]{36}\",side=\"ashby\"} [0-9]");
	}

	/** A server that goes by OpenMetrics 1.0 refuses the whole scrape otherwise. */
	@Test
	void nameTracesOnlyWhereTheStandardAllowsIt() {
		traffic();
		for (Service service : Service.values()) {
			List<String> exemplars = scrape(service).lines()
				.filter((line) -> line.contains(EXEMPLAR))
				.map((line) -> Series.of(line.split(Pattern.quote(EXEMPLAR), 2)[0]).name())
				.toList();
			assertThat(exemplars).as(service.artifact())
				.isNotEmpty()
				.allMatch((name) -> name.endsWith("_bucket") || name.endsWith("_total"));
		}
	}

	/** A check's whole way, and somebody who only says that he is the provider. */
	private void traffic() {
		Candidate person = this.product.person();
		this.product.complete(person, this.product.start(person));
		this.product.gateway.authorized("Bearer of-somebody-else")
			.post("/callbacks/springverify/" + this.product.connectionId(), Map.of());
	}

	/** Every series once, whatever its buckets are. */
	private Map<String, Series> scraped(Service service) {
		Map<String, Series> series = new LinkedHashMap<>();
		scrape(service).lines().filter((line) -> !line.startsWith("#") && !line.isBlank()).forEach((line) -> {
			Series one = Series.of(line.split(Pattern.quote(EXEMPLAR), 2)[0]);
			series.put(one.name() + one.tags(), one);
		});
		return series;
	}

	private String scrape(Service service) {
		Caller.Answer answer = new Caller(this.product.service(service).managementUri()).get("/actuator/prometheus",
				OPEN_METRICS);
		assertThat(answer.status()).isEqualTo(200);
		return answer.text();
	}

	/**
	 * One series.
	 *
	 * @param name the metric
	 * @param tags its tags, but for a bucket's limit
	 */
	private record Series(String name, Map<String, String> tags) {

		private static final Pattern TAG = Pattern.compile("([a-zA-Z0-9_]+)=\"([^\"]*)\"");

		static Series of(String line) {
			int end = line.indexOf('{');
			Map<String, String> tags = new TreeMap<>();
			if (end >= 0) {
				TAG.matcher(line).results().forEach((tag) -> tags.put(tag.group(1), tag.group(2)));
				tags.remove("le");
			}
			return new Series(line.substring(0, (end >= 0) ? end : line.indexOf(' ')), tags);
		}

	}

}
