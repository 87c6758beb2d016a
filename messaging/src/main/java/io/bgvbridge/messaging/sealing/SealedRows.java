package io.bgvbridge.messaging.sealing;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Seals the rows of a column again with the primary key, a page at a time. Any number of
 * instances may do so at once: nobody waits for a row that another has locked.
 */
final class SealedRows {

	private static final UUID BEFORE_ALL = new UUID(0, 0);

	private final JdbcClient jdbc;

	private final TransactionOperations transaction;

	private final Sealing sealing;

	private final int page;

	SealedRows(JdbcClient jdbc, TransactionOperations transaction, Sealing sealing, int page) {
		this.jdbc = jdbc;
		this.transaction = transaction;
		this.sealing = sealing;
		this.page = page;
	}

	/** Goes over all rows once, for as long as it may go on. */
	Pass follow(SealedColumn column, int primary, BooleanSupplier mayGoOn) {
		byte[] prefix = ByteBuffer.allocate(Sealing.PREFIX).put((byte) 1).putInt(primary).array();
		Pass pass = new Pass(0, 0, 0, null);
		Page page = page(column, prefix, BEFORE_ALL);
		while (page.last() != null && mayGoOn.getAsBoolean()) {
			pass = (page.older() == 0) ? pass : pass.plus(follow(column, prefix, page));
			page = page(column, prefix, page.last());
		}
		return pass;
	}

	/** Looks without locks: most pages have nothing that is older. */
	private Page page(SealedColumn column, byte[] prefix, UUID after) {
		return this.jdbc.sql("""
				select count(*) filter (where substring(%3$s from 1 for 5) <> :prefix) as older,
					(array_agg(%2$s order by %2$s desc))[1] as last
				from (select %2$s, %3$s from %1$s where %2$s > :after order by %2$s limit :page) page
				""".formatted(column.table(), column.id(), column.column()))
			.param("prefix", prefix)
			.param("after", after)
			.param("page", this.page)
			.query((row, number) -> new Page(after, row.getObject("last", UUID.class), row.getLong("older")))
			.single();
	}

	private Pass follow(SealedColumn column, byte[] prefix, Page page) {
		Pass sealed = this.transaction.execute((status) -> this.jdbc.sql("""
				select %2$s, %3$s from %1$s
				where %2$s > :after and %2$s <= :last and substring(%3$s from 1 for 5) <> :prefix
				order by %2$s for no key update skip locked
				""".formatted(column.table(), column.id(), column.column()))
			.param("after", page.after())
			.param("last", page.last())
			.param("prefix", prefix)
			.query((row, number) -> new Row(row.getObject(1, UUID.class), row.getBytes(2)))
			.list()
			.stream()
			.map((row) -> follow(column, row))
			.reduce(new Pass(0, 0, page.older(), null), Pass::plus));
		return Objects.requireNonNull(sealed);
	}

	private Pass follow(SealedColumn column, Row row) {
		byte[] plain;
		try {
			plain = this.sealing.open(column.place(), row.id().toString(), row.sealed());
		}
		catch (SealBroken | KeyUnknown ex) {
			return new Pass(0, 1, 0, row.id());
		}
		this.jdbc
			.sql("update %s set %s = :sealed where %s = :id".formatted(column.table(), column.column(), column.id()))
			.param("sealed", this.sealing.seal(column.place(), row.id().toString(), plain))
			.param("id", row.id())
			.update();
		return new Pass(1, 0, -1, null);
	}

	/**
	 * What came of going over the rows.
	 *
	 * @param rows how many were sealed again
	 * @param broken how many could not be opened
	 * @param older how many are still not under the primary key
	 * @param example one that could not be opened; null if all could
	 */
	record Pass(long rows, long broken, long older, @Nullable UUID example) {

		Pass plus(Pass other) {
			return new Pass(this.rows + other.rows, this.broken + other.broken, this.older + other.older,
					(this.example != null) ? this.example : other.example);
		}

	}

	/**
	 * Some rows, in the order of their ids.
	 *
	 * @param after the id before the first
	 * @param last the last id; null if there are no more rows
	 * @param older how many are not under the primary key
	 */
	private record Page(UUID after, @Nullable UUID last, long older) {

	}

	/**
	 * A row.
	 *
	 * @param id its id
	 * @param sealed its sealed bytes
	 */
	private record Row(UUID id, byte[] sealed) {

	}

}
