package io.bgvbridge.messaging.sealing;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

import io.bgvbridge.messaging.sealing.SealedRows.Pass;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * All sealed columns of a service.
 */
final class SealedColumns {

	private static final Logger log = LoggerFactory.getLogger(SealedColumns.class);

	private final List<SealedColumn> columns;

	private final SealedRows rows;

	private final OlderRows older;

	SealedColumns(List<SealedColumn> columns, SealedRows rows, OlderRows older) {
		this.columns = columns;
		this.rows = rows;
		this.older = older;
	}

	/** Nobody knows how many rows are older than a key that was not met before. */
	void uncounted() {
		this.older.unknown();
	}

	/**
	 * Seals what is older again and tells whether nothing is left to be done soon. Rows
	 * that cannot be opened are left as they are, and keep none of the others back.
	 */
	boolean follow(int primary, boolean first, BooleanSupplier mayGoOn) {
		boolean calm = true;
		for (SealedColumn column : this.columns) {
			long begin = System.nanoTime();
			Pass pass = this.rows.follow(column, primary, mayGoOn);
			if (!mayGoOn.getAsBoolean()) {
				return false;
			}
			this.older.counted(column, pass.older());
			if (first || pass.rows() > 0 || pass.broken() > 0) {
				log(column, primary, pass, Duration.ofNanos(System.nanoTime() - begin));
			}
			calm = calm && pass.rows() == 0 && pass.older() == pass.broken();
		}
		return calm;
	}

	private static void log(SealedColumn column, int primary, Pass pass, Duration time) {
		log.atLevel((pass.broken() > 0) ? Level.WARN : Level.INFO)
			.log("sealing.followed table={} column={} key={} rows={} older={} broken={} brokenId={} millis={}",
					column.table(), column.column(), Integer.toUnsignedString(primary), pass.rows(), pass.older(),
					pass.broken(), pass.example(), time.toMillis());
	}

}
