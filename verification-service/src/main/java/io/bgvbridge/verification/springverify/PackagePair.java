package io.bgvbridge.verification.springverify;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What can be ordered: a package with one of its subtypes, written {@code 12:34}.
 *
 * @param packageId the package
 * @param subtypeId the subtype
 */
record PackagePair(long packageId, long subtypeId) {

	private static final Pattern PAIR = Pattern.compile("[0-9]{1,18}:[0-9]{1,18}");

	static Optional<PackagePair> parse(String packageKey) {
		if (!PAIR.matcher(packageKey).matches()) {
			return Optional.empty();
		}
		String[] ids = packageKey.split(":", 2);
		return Optional.of(new PackagePair(Long.parseLong(ids[0]), Long.parseLong(ids[1])));
	}

}
