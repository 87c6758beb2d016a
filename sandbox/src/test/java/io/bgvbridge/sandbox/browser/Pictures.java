package io.bgvbridge.sandbox.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pictures of {@code docs/images}, taken only when they are asked for with
 * {@code -Dbgv.docs.write=true}.
 */
final class Pictures {

	private static final Path IMAGES = Path.of("").toAbsolutePath().getParent().resolve("docs/images");

	private static final long LARGEST = 150_000;

	private Pictures() {
	}

	/** Takes what the window shows. */
	static void take(Visitor somebody, String name) throws IOException {
		if (!Boolean.getBoolean("bgv.docs.write")) {
			return;
		}
		Files.createDirectories(IMAGES);
		Path picture = IMAGES.resolve(name + ".png");
		// Tokens of this run are worth nothing after it, and still are no example.
		somebody.page()
			.screenshot(new Page.ScreenshotOptions().setPath(picture)
				.setMask(somebody.page().locator("#token, #secret, #newtoken, #newsecret").all())
				.setMaskColor("#cfd8dc"));
		assertThat(Files.size(picture)).as("bytes of %s", picture).isLessThan(LARGEST);
	}

}
