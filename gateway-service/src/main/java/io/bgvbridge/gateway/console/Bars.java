package io.bgvbridge.gateway.console;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A bar chart, ready to be drawn.
 *
 * @param bars from the top
 */
record Bars(List<Bar> bars) {

	private static final int WIDEST = 320;

	private static final int ROW = 28;

	static Bars of(List<Value> values) {
		long most = values.stream().mapToLong(Value::value).max().orElse(1);
		return new Bars(IntStream.range(0, values.size())
			.mapToObj((i) -> bar(values.get(i), i * ROW, Math.max(1, most)))
			.toList());
	}

	/** For those who do not see it. */
	public String getSummary() {
		return this.bars.stream().map((bar) -> bar.label() + ": " + bar.words()).collect(Collectors.joining(", "));
	}

	private static Bar bar(Value value, int y, long most) {
		return new Bar(value.label(), value.words(), y, (int) Math.max(2, value.value() * WIDEST / most));
	}

	public int getHeight() {
		return Math.max(1, this.bars.size()) * ROW;
	}

	/**
	 * Something to draw.
	 *
	 * @param label what it is
	 * @param value how much
	 * @param words how much, in words
	 */
	record Value(String label, long value, String words) {

	}

	/**
	 * One bar.
	 *
	 * @param label what it is
	 * @param words how much, in words
	 * @param y distance from the top, in pixels
	 * @param width in pixels
	 */
	record Bar(String label, String words, int y, int width) {

	}

}
