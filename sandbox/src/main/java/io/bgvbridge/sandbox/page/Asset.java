package io.bgvbridge.sandbox.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.jspecify.annotations.Nullable;

/** The files that every page needs. */
public enum Asset {

	/** How pages look. */
	STYLE("sandbox.css", "text/css; charset=utf-8"),
	/** Lets parts of a page follow what happens. */
	LIVE("live.js", "text/javascript; charset=utf-8");

	private final String file;

	private final String type;

	Asset(String file, String type) {
		this.file = file;
		this.type = type;
	}

	/** The asset of that file name, or null. */
	public static @Nullable Asset of(String file) {
		for (Asset asset : values()) {
			if (asset.file.equals(file)) {
				return asset;
			}
		}
		return null;
	}

	/** Its media type. */
	public String type() {
		return this.type;
	}

	/** The file's content. */
	public byte[] content() {
		try (InputStream content = Asset.class.getResourceAsStream("/pages/" + this.file)) {
			if (content == null) {
				throw new IllegalStateException("No resource pages/" + this.file);
			}
			return content.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
