package io.bgvbridge.setup;

import java.util.Map;

/**
 * One thing that a set-up does, or will not do, to a topic.
 */
public sealed interface Step {

	/**
	 * What is done, for the person at the terminal.
	 * @return one line
	 */
	String words();

	/**
	 * A topic that is missing is created.
	 *
	 * @param topic its name
	 * @param partitions how many it gets
	 * @param settings its topic-level settings
	 */
	record Create(String topic, int partitions, Map<String, String> settings) implements Step {

		@Override
		public String words() {
			return "create " + this.topic + " with " + this.partitions + " partitions";
		}

	}

	/**
	 * A topic gets more partitions.
	 *
	 * @param topic its name
	 * @param from how many it has
	 * @param to how many it gets
	 */
	record Grow(String topic, int from, int to) implements Step {

		@Override
		public String words() {
			return "grow " + this.topic + " from " + this.from + " to " + this.to + " partitions";
		}

	}

	/**
	 * A setting of a topic is changed.
	 *
	 * @param topic its name
	 * @param setting the setting's name
	 * @param from its present value; empty if it has none
	 * @param to its value from now on
	 */
	record Change(String topic, String setting, String from, String to) implements Step {

		@Override
		public String words() {
			return "set " + this.setting + " of " + this.topic + " from " + this.from + " to " + this.to;
		}

	}

	/**
	 * Something that would lose records, and is left as it is.
	 *
	 * @param topic the topic's name
	 * @param why what would be lost
	 */
	record Refuse(String topic, String why) implements Step {

		@Override
		public String words() {
			return "refused for " + this.topic + ": " + this.why;
		}

	}

}
