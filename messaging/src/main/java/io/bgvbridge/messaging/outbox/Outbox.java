package io.bgvbridge.messaging.outbox;

import io.bgvbridge.messaging.avro.AvroRecords;
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

	/**
	 * Writes to a database.
	 * @param jdbc the service's database
	 * @param records encodes the records
	 */
	public Outbox(JdbcClient jdbc, AvroRecords records) {
		this.jdbc = jdbc;
		this.records = records;
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
		this.jdbc.sql("insert into outbox (topic, record_key, record_value) values (?, ?, ?)")
			.params(topic, key, this.records.encode(topic, value))
			.update();
	}

}
