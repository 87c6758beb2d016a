package io.bgvbridge.sandbox.stack;

/**
 * One running thing that a test can take away and give back: a server of the stack or a
 * service. Start, stop, kill and start again keep its data and its ports.
 */
public interface Part {

	/**
	 * The part's name in messages and log files.
	 * @return the name
	 */
	String name();

	/**
	 * Starts the part and waits until it is ready to serve.
	 * @throws StackFailure if it is running already, stops while starting or is not ready
	 * in time; the message quotes its log
	 */
	void start();

	/**
	 * Asks the part to shut down and waits until it is gone; kills it when it takes too
	 * long. Does nothing to a part that is not running.
	 */
	void stop();

	/**
	 * Ends the part without warning (SIGKILL), and waits until it is gone.
	 */
	void kill();

	/**
	 * Halts the part where it stands (SIGSTOP): its sockets stay open and nothing
	 * answers.
	 */
	void freeze();

	/**
	 * Lets a frozen part go on (SIGCONT).
	 */
	void thaw();

	/**
	 * Whether the part's process is there, frozen or not.
	 * @return true if it is
	 */
	boolean running();

}
