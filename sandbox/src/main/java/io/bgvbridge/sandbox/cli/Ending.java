package io.bgvbridge.sandbox.cli;

import java.util.Locale;

import io.bgvbridge.sandbox.stack.StackFailure;

/**
 * How a command that can pass or fail ends: its last line and its exit code.
 *
 * @param command the command's name
 * @param journal takes the last line
 */
record Ending(String command, Journal journal) {

	/**
	 * Does the work and says how it went.
	 * @param work what to do
	 * @return 0 if it passed, 1 if it failed
	 */
	int of(Runnable work) {
		try {
			work.run();
			this.journal.say(String.format(Locale.ROOT, "%s: passed in %.1f s", this.command, this.journal.seconds()));
			return 0;
		}
		catch (StackFailure ex) {
			if (!ex.line().equals(ex.getMessage())) {
				this.journal.say(String.valueOf(ex.getMessage()));
			}
			this.journal.say(this.command + ": failed: " + ex.line());
		}
		catch (WalkFailure ex) {
			this.journal.say(this.command + ": failed: " + ex.getMessage());
		}
		return 1;
	}

}
