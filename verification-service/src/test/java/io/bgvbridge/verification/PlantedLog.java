package io.bgvbridge.verification;

import java.util.List;
import java.util.stream.Collectors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Everything that is logged, own classes at their most talkative, to be searched for what
 * a test has planted.
 */
public final class PlantedLog implements AutoCloseable {

	private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);

	private final Logger own = (Logger) LoggerFactory.getLogger("io.bgvbridge");

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	public PlantedLog() {
		this.own.setLevel(Level.TRACE);
		this.appender.start();
		this.root.addAppender(this.appender);
	}

	public String text() {
		return List.copyOf(this.appender.list).stream().map(PlantedLog::text).collect(Collectors.joining("\n"));
	}

	public void holdsNone(List<String> planted) {
		String text = text();
		assertThat(planted).allSatisfy((word) -> assertThat(text).doesNotContainIgnoringCase(word));
	}

	private static String text(ILoggingEvent event) {
		return event.getLevel() + " " + event.getFormattedMessage() + " " + event.getMDCPropertyMap() + "\n"
				+ ThrowableProxyUtil.asString(event.getThrowableProxy());
	}

	@Override
	public void close() {
		this.root.detachAppender(this.appender);
		this.own.setLevel(null);
	}

}
