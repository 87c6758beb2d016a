package io.bgvbridge.gateway.assessment;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * What makes the rows of older releases findable by name and e-mail.
 */
@Component
public final class SearchIndex {

	private static final Logger log = LoggerFactory.getLogger(SearchIndex.class);

	/** No statement here may take longer than a query of a request. */
	private static final int BATCH = 200;

	private static final UUID FIRST = new UUID(0, 0);

	private final AssessmentStore store;

	SearchIndex(AssessmentStore store) {
		this.store = store;
	}

	/**
	 * Indexes every row; those that are indexed already stay as they are.
	 */
	public void fill() {
		long batches = 0;
		for (@Nullable
		UUID last = FIRST; last != null; last = this.store.index(last, BATCH)) {
			batches++;
		}
		log.info("search.indexed batches={}", batches - 1);
	}

}
