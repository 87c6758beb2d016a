package io.bgvbridge.messaging.sealing;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets what a service keeps sealed follow its keyset.
 */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@EnableConfigurationProperties(ResealingProperties.class)
class SealingAutoConfiguration {

	/** Rows that are looked at by one statement, and the most that are locked at once. */
	private static final int PAGE = 200;

	@Bean
	OlderRows olderRows(ObjectProvider<SealedColumn> columns) {
		return new OlderRows(columns.stream().toList());
	}

	@Bean
	SealedColumns sealedColumns(ObjectProvider<SealedColumn> columns, OlderRows older, Sealing sealing, JdbcClient jdbc,
			PlatformTransactionManager transactions) {
		return new SealedColumns(columns.stream().toList(),
				new SealedRows(jdbc, new TransactionTemplate(transactions), sealing, PAGE), older);
	}

	@Bean
	Resealing resealing(Sealing sealing, SealedColumns columns, ObjectProvider<PrimaryKeyChange> listeners,
			PrimaryKeys keys, ResealingProperties properties) {
		return new Resealing(sealing, keys, columns, listeners.orderedStream().toList(), properties);
	}

	@Bean
	PrimaryKeys primaryKeys(JdbcClient jdbc, PlatformTransactionManager transactions) {
		return new PrimaryKeys(jdbc, new TransactionTemplate(transactions));
	}

}
