package io.bgvbridge.messaging.sealing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * The gauge {@code bgv.sealing.rows.older}: rows of each column that are not sealed with
 * the primary key yet; no number while that is not known. An older key may leave the
 * keyset only once it is 0 everywhere.
 */
final class OlderRows implements MeterBinder {

	private final List<SealedColumn> columns;

	private final Map<SealedColumn, Long> older = new ConcurrentHashMap<>();

	OlderRows(List<SealedColumn> columns) {
		this.columns = columns;
	}

	/**
	 * Pages are counted before they are locked, so that a row may be counted off only.
	 */
	void counted(SealedColumn column, long rows) {
		this.older.put(column, Math.max(0, rows));
	}

	void unknown() {
		this.older.clear();
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.columns
			.forEach((column) -> Gauge.builder("bgv.sealing.rows.older", this.older, (older) -> value(older, column))
				.description("Rows that are not sealed with the primary key yet")
				.tag("table", column.table())
				.tag("column", column.column())
				.register(registry));
	}

	private static double value(Map<SealedColumn, Long> older, SealedColumn column) {
		Long rows = older.get(column);
		return (rows == null) ? Double.NaN : rows;
	}

}
