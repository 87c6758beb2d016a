package io.bgvbridge.sandbox.stack;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * The tests' stacks: embedded or in containers, as the system property {@code stack} or
 * the machine says, and the same for all tests of this JVM.
 */
public final class Stacks {

	private static StackKind.@Nullable Choice choice;

	private static @Nullable Stack shared;

	private Stacks() {
	}

	/**
	 * The stack that all tests of this JVM use: started at the first call, on free ports
	 * and in a temporary folder, and discarded when the JVM exits. Its logs stay, in
	 * {@code sandbox/target/stack-logs}.
	 * @return the stack
	 */
	public static synchronized Stack shared() {
		Stack stack = shared;
		if (stack == null) {
			Path logs = Checkout.ours().sandboxTarget().resolve("stack-logs/" + ProcessHandle.current().pid());
			stack = of(StateDirectory.temporary().loggingTo(logs));
			stack.start(Progress.SILENT);
			shared = stack;
		}
		return stack;
	}

	/**
	 * A stack for one test class, not started yet; discarded when the JVM exits, if not
	 * before.
	 * @return the stack
	 */
	static Stack fresh() {
		return of(StateDirectory.temporary());
	}

	/**
	 * What the stacks are made of; tells it on the terminal when it is asked first.
	 * @return the kind
	 */
	static synchronized StackKind kind() {
		StackKind.Choice made = choice;
		if (made == null) {
			made = StackKind.choose(System.getProperty("stack"), () -> DockerEngine.find(ContainerParts.images()));
			choice = made;
			System.out.println(made);
		}
		return made.kind();
	}

	private static Stack of(StateDirectory state) {
		Stack stack = switch (kind()) {
			case EMBEDDED -> EmbeddedStack.of(state, Ports.free());
			case CONTAINERS -> new ContainerStack(state, Ports.free());
		};
		Runtime.getRuntime().addShutdownHook(new Thread(stack::discard, "stack-discard"));
		return stack;
	}

}
