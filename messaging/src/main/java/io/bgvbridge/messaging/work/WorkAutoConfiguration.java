package io.bgvbridge.messaging.work;

import java.util.List;

import io.bgvbridge.messaging.trace.Traces;
import io.bgvbridge.messaging.vendor.VendorCalls;
import io.micrometer.observation.ObservationRegistry;

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
	WorkQueue workQueue(JdbcClient jdbc, WorkProperties properties, Traces traces) {
		return new WorkQueue(jdbc, properties.lease(), traces);
	}

	@Bean
	Budgets budgets(JdbcClient jdbc) {
		return new Budgets(jdbc);
	}

	@Bean
	VendorCalls vendorCalls(WorkProperties properties, ObservationRegistry observations) {
		return new VendorCalls("work", properties.callTimeout(), observations);
	}

	@Bean
	ConnectionMetrics connectionMetrics(JdbcClient jdbc) {
		return new ConnectionMetrics(jdbc);
	}

	@Bean
	ObservedWork observedWork(ObservationRegistry observations, Traces traces, ConnectionMetrics connections) {
		return new ObservedWork(observations, traces, connections);
	}

	@Bean
	@ConditionalOnBean(WorkObserver.class)
	WorkMetrics workMetrics(JdbcClient jdbc, List<WorkHandler> handlers) {
		return new WorkMetrics(jdbc, handlers);
	}

	@Bean
	@ConditionalOnBean(WorkObserver.class)
	Worker worker(List<WorkHandler> handlers, WorkObserver observer, WorkQueue queue, Budgets budgets, JdbcClient jdbc,
			PlatformTransactionManager transactions, ObservedWork observed, WorkProperties properties) {
		TransactionTemplate transaction = new TransactionTemplate(transactions);
		return new Worker(handlers, new Claims(jdbc, transaction, properties.lease()),
				new Closing(queue, budgets, observer), transaction, observed, properties);
	}

}
