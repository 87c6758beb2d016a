package io.bgvbridge.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.jwt.JwtHmacParameters;
import com.google.crypto.tink.jwt.JwtMacConfig;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * What the service stands on: a real PostgreSQL with a line to it that can be cut, a
 * verification service, and keys. There before the environment is looked at.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class Outside implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		try {
			AeadConfig.register();
			JwtMacConfig.register();
			PrfConfig.register();
			EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
			Cord cord = new Cord(postgres.getPort());
			VendorStub verificationService = new VendorStub();
			context.getBeanFactory().registerSingleton("cord", cord);
			context.getBeanFactory().registerSingleton("verificationService", verificationService);
			context.addApplicationListener((event) -> {
				if (event instanceof ContextClosedEvent) {
					close(verificationService, cord, postgres);
				}
			});
			TestPropertyValues
				.of("BGV_DATABASE_URL=jdbc:postgresql://127.0.0.1:" + cord.port() + "/postgres",
						"BGV_VERIFICATION_URL=" + verificationService.url(),
						"BGV_KEYSET_FILE=" + keyset(PredefinedAeadParameters.AES256_GCM),
						"BGV_CALL_TOKEN_KEYSET_FILE=" + keyset(hs256()),
						"BGV_HASH_KEYSET_FILE=" + keyset(PredefinedPrfParameters.HMAC_SHA256_PRF))
				.applyTo(context);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void close(VendorStub verificationService, Cord cord, EmbeddedPostgres postgres) {
		try (verificationService; cord; postgres) {
			// Closed in the opposite order.
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Parameters hs256() throws GeneralSecurityException {
		return JwtHmacParameters.builder()
			.setKeySizeBytes(32)
			.setAlgorithm(JwtHmacParameters.Algorithm.HS256)
			.setKidStrategy(JwtHmacParameters.KidStrategy.BASE64_ENCODED_KEY_ID)
			.build();
	}

	private static Path keyset(Parameters parameters) throws GeneralSecurityException, IOException {
		Path file = Files.createTempFile("keyset", ".json");
		file.toFile().deleteOnExit();
		return Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(KeysetHandle.generateNew(parameters),
				InsecureSecretKeyAccess.get()));
	}

}
