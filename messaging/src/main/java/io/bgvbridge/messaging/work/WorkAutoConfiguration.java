package io.bgvbridge.messaging.work;

import java.util.List;

import io.bgvbridge.messaging.vendor.VendorCalls;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives a service with work handlers its queue and its worker.
 */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration")
@EnableConfigurationProperties(WorkProperties.class)
class WorkAutoConfiguration {

	@Bean
	WorkQueue workQueue(JdbcClient jdbc, WorkProperties properties) {
		return new WorkQueue(jdbc, properties.lease());
	}

	@Bean
	Budgets budgets(JdbcClient jdbc) {
		return new Budgets(jdbc);
	}

	@Bean
	VendorCalls vendorCalls(WorkProperties properties) {
		return new VendorCalls(properties.callTimeout());
	}

	@Bean
	@ConditionalOnBean(WorkObserver.class)
	Worker worker(List<WorkHandler> handlers, WorkObserver observer, WorkQueue queue, Budgets budgets, JdbcClient jdbc,
			PlatformTransactionManager transactions, WorkProperties properties) {
		TransactionTemplate transaction = new TransactionTemplate(transactions);
		return new Worker(handlers, new Claims(jdbc, transaction, properties.lease()),
				new Closing(queue, budgets, observer), transaction, properties);
	}

}
