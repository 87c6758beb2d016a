package io.bgvbridge.sandbox.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * The machine's own Chromium, one for all tests of this JVM. Tests are skipped where
 * there is none.
 */
final class Chromium implements ExecutionCondition, BeforeAllCallback, AutoCloseable {

	/** Names on the PATH, the first that is there. */
	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable");

	private static final String MISSING = "Browser tests were skipped: no Chromium on the PATH."
			+ " 'apt-get install chromium' gets one, or name one with -Dbrowser=/path/to/chrome.";

	private static final AtomicBoolean TOLD = new AtomicBoolean();

	private static @Nullable Chromium shared;

	private final @Nullable Playwright playwright;

	private final @Nullable Browser browser;

	/** For JUnit, as an extension. */
	Chromium() {
		this.playwright = null;
		this.browser = null;
	}

	private Chromium(Path program) {
		// The browser is the machine's; nothing is to be downloaded.
		Playwright driver = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.playwright = driver;
		// Chromium's sandbox refuses to run as root.
		boolean root = "root".equals(System.getProperty("user.name"));
		this.browser = driver.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(program)
				.setArgs(root ? List.of("--no-sandbox") : List.of()));
	}

	/** The running browser. */
	static Browser browser() {
		return Objects.requireNonNull(Objects.requireNonNull(shared, "started before the tests").browser);
	}

	@Override
	public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
		if (program().isPresent()) {
			return ConditionEvaluationResult.enabled("there is a browser");
		}
		if (TOLD.compareAndSet(false, true)) {
			System.out.println(MISSING);
		}
		return ConditionEvaluationResult.disabled(MISSING);
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		shared = context.getRoot()
			.getStore(Namespace.create(Chromium.class))
			.computeIfAbsent(Chromium.class, (key) -> new Chromium(program().orElseThrow()), Chromium.class);
	}

	private static Optional<Path> program() {
		String named = System.getProperty("browser", "");
		if (!named.isEmpty()) {
			return Optional.of(Path.of(named));
		}
		List<String> folders = Arrays.asList(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
		return NAMES.stream()
			.flatMap((name) -> folders.stream().map((folder) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	@Override
	public void close() {
		Stream.of(Optional.ofNullable(this.browser), Optional.ofNullable(this.playwright))
			.flatMap(Optional::stream)
			.forEach(Chromium::closeOne);
	}

	private static void closeOne(AutoCloseable part) {
		try {
			part.close();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
