package io.bgvbridge.messaging.outbox;

import io.bgvbridge.messaging.avro.AvroRecords;
import io.bgvbridge.messaging.trace.Traces;
import org.apache.avro.specific.SpecificRecord;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Holds the records that committed transactions decided to publish, until the
 * {@link OutboxRelay} has had Kafka's acknowledgement for them.
 */
public final class Outbox {

	private final JdbcClient jdbc;

	private final AvroRecords records;

	private final Traces traces;

	/**
	 * Writes to a database.
	 * @param jdbc the service's database
	 * @param records encodes the records
	 * @param traces tells what the records are a part of
	 */
	public Outbox(JdbcClient jdbc, AvroRecords records, Traces traces) {
		this.jdbc = jdbc;
		this.records = records;
		this.traces = traces;
	}

	/**
	 * Adds a record. Must be called in the transaction that decides it; records of one
	 * key keep their order if the transactions that write them exclude each other.
	 * @param topic the topic's name
	 * @param key the record's key
	 * @param value the record
	 */
	public void add(String topic, String key, SpecificRecord value) {
		Assert.state(TransactionSynchronizationManager.isActualTransactionActive(), "needs the deciding transaction");
		this.jdbc.sql("insert into outbox (topic, record_key, record_value, trace_parent) values (?, ?, ?, ?)")
			.param(topic)
			.param(key)
			.param(this.records.encode(topic, value))
			.param(this.traces.current())
			.update();
	}

}
