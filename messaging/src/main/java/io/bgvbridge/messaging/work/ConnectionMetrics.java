package io.bgvbridge.messaging.work;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.ToDoubleFunction;

import io.bgvbridge.messaging.meter.Reading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The work of each connection by itself, as long as there are few: a series for each of
 * thousands would be too many. Of more than {@value #MOST}, the oldest are shown, because
 * every instance agrees on those, and the rest as one.
 */
final class ConnectionMetrics implements MeterBinder {

	static final int MOST = 20;

	static final String OTHER = "other";

	/** More than this is told as this: counting must stay cheap. */
	private static final int MOST_DUE = 10_000;

	private final JdbcClient jdbc;

	private final Reading<List<Side>> sides = new Reading<>(this::look, List.of());

	private @Nullable Meters meters;

	ConnectionMetrics(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.meters = new Meters(registry,
				MultiGauge.builder("bgv.connection.due")
					.description("Work of the connection's side that could be done now, at most " + MOST_DUE)
					.register(registry),
				MultiGauge.builder("bgv.connection.stopped")
					.description("1 if the side refused the connection's credentials")
					.register(registry));
		// Whoever asks for this one brings the others up to date.
		Gauge
			.builder("bgv.connections.shown",
					() -> this.sides.now().stream().map(Side::connectionId).distinct().count())
			.description("Connections that have series of their own")
			.register(registry);
	}

	/**
	 * A piece of work has ended.
	 * @param item the claim
	 * @param outcome one of a few words for what came of it
	 * @param took how long it took
	 */
	void worked(WorkItem item, String outcome, Duration took) {
		Meters bound = this.meters;
		if (bound != null) {
			Timer.builder("bgv.connection.work")
				.description("Pieces of work of a connection's side")
				.tags("connection", tag(item.connectionId()), "side", item.side(), "outcome", outcome)
				.register(bound.registry())
				.record(took);
		}
	}

	private String tag(UUID connectionId) {
		boolean shown = this.sides.now().stream().anyMatch((side) -> side.connectionId().equals(connectionId));
		return shown ? connectionId.toString() : OTHER;
	}

	/** Looks again, and shows what was found. */
	List<Side> look() {
		List<Side> found = this.jdbc.sql("""
				select b.connection_id, b.side, coalesce(b.stopped_version >= b.credentials_version, false) as stopped,
					(select count(*) from (select 1 from work w where w.connection_id = b.connection_id
						and w.side = b.side and w.wanted > w.done and w.due_at <= now() limit :mostDue) due) as due
				from work_budget b
				where b.enabled and b.connection_id in
					(select distinct connection_id from work_budget where enabled order by connection_id limit :most)
				""").param("most", MOST).param("mostDue", MOST_DUE).query(Side.class).list();
		Meters bound = this.meters;
		if (bound != null) {
			show(bound.due(), found, Side::due);
			show(bound.stopped(), found, (side) -> side.stopped() ? 1 : 0);
		}
		return found;
	}

	/**
	 * Rows that are there already stay: one that is registered anew is there twice for a
	 * moment, and whoever scrapes then is refused.
	 */
	private void show(MultiGauge gauge, List<Side> found, ToDoubleFunction<Side> figure) {
		gauge.register(found.stream()
			.map((side) -> MultiGauge.Row.of(Tags.of("connection", side.connectionId().toString(), "side", side.side()),
					() -> newest(side, figure)))
			.toList());
	}

	private double newest(Side side, ToDoubleFunction<Side> figure) {
		return this.sides.now()
			.stream()
			.filter((now) -> now.connectionId().equals(side.connectionId()) && now.side().equals(side.side()))
			.mapToDouble(figure)
			.findFirst()
			.orElse(Double.NaN);
	}

	/**
	 * One side of a connection.
	 *
	 * @param connectionId the connection
	 * @param side the end of the connection
	 * @param stopped whether it refused the credentials
	 * @param due how much work could be done now
	 */
	record Side(UUID connectionId, String side, boolean stopped, long due) {

	}

	/**
	 * Where the figures go.
	 *
	 * @param registry all meters
	 * @param due work that is due
	 * @param stopped sides that are stopped
	 */
	private record Meters(MeterRegistry registry, MultiGauge due, MultiGauge stopped) {

	}

}
