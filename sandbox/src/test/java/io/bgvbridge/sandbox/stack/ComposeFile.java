package io.bgvbridge.sandbox.stack;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The checkout's {@code docker-compose.yml}: the one place that says which images there
 * are and how they are set.
 *
 * @param folder the folder that its relative paths start from
 * @param services the file's services by name
 */
record ComposeFile(Path folder, Map<?, ?> services) {

	/**
	 * The file of the checkout that this class was built in.
	 * @return the file
	 */
	static ComposeFile ofCheckout() {
		Path folder = Checkout.ours().root();
		try (Reader file = Files.newBufferedReader(folder.resolve("docker-compose.yml"))) {
			Map<?, ?> content = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
			return new ComposeFile(folder, section(content, "services"));
		}
		catch (IOException ex) {
			throw new StackFailure("docker-compose.yml cannot be read: " + ex.getMessage(), ex);
		}
	}

	/**
	 * One of the file's services.
	 * @param name its name
	 * @return what the file says of it
	 */
	ComposeService service(String name) {
		Map<?, ?> service = section(this.services, name);
		Map<String, String> environment = new LinkedHashMap<>();
		section(service, "environment").forEach((key, value) -> environment.put(key.toString(), value.toString()));
		List<?> volumes = (service.get("volumes") instanceof List<?> listed) ? listed : List.of();
		return new ComposeService(name, String.valueOf(service.get("image")), environment,
				volumes.stream().map((volume) -> ComposeVolume.of(volume.toString(), this.folder)).toList());
	}

	private static Map<?, ?> section(Map<?, ?> content, String name) {
		if (content.get(name) instanceof Map<?, ?> section) {
			return section;
		}
		throw new StackFailure("docker-compose.yml has no " + name + ".");
	}

}
