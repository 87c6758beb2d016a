package io.bgvbridge.sandbox.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.bgvbridge.schemas.Topics;
import io.bgvbridge.setup.SchemaSetup;
import io.bgvbridge.setup.Step;
import io.bgvbridge.setup.TopicSetup;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/**
 * What a stack is set up with. It gets garbage of this test's own, so it is not the one
 * that the end-to-end tests share.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StackIT {

	private final Stack stack = Stacks.fresh();

	@BeforeAll
	void start() {
		this.stack.start(Progress.SILENT);
	}

	@AfterAll
	void discard() {
		this.stack.discard();
	}

	@Test
	void createsEveryTopicWithItsSettingsAndDeadLetters() throws Exception {
		List<Step> steps = new ArrayList<>();
		topics().apply(steps::add);
		assertThat(steps).allMatch((step) -> step instanceof Step.Refuse);
		String dlt = Topics.deadLetters(Topics.VERIFICATION_REQUESTED, Topics.VERIFICATION);
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.stack.bootstrapServers()))) {
			Map<String, TopicDescription> found = admin
				.describeTopics(List.of(Topics.VERIFICATION_REQUESTED, Topics.CONNECTION_CHANGED, dlt))
				.allTopicNames()
				.get();
			assertThat(found.values()).allSatisfy((topic) -> assertThat(topic.partitions()).hasSize(Topics.PARTITIONS));
			assertThat(setting(admin, Topics.CONNECTION_CHANGED, "cleanup.policy")).isEqualTo("compact");
			assertThat(setting(admin, Topics.VERIFICATION_UPDATED, "retention.ms"))
				.isEqualTo(Long.toString(Duration.ofDays(365).toMillis()));
			assertThat(setting(admin, dlt, "retention.ms")).isEqualTo(Long.toString(Duration.ofDays(7).toMillis()));
		}
	}

	@Test
	void bringsAChangedTopicSettingBack() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.stack.bootstrapServers()))) {
			keep(admin, Topics.WORK_REPORTED, "1000");
			assertThat(topics().plan()).extracting(Step::words)
				.contains("set retention.ms of bgv.work-reported.v1 from 1000 to 604800000");
			assertThat(setting(admin, Topics.WORK_REPORTED, "retention.ms")).isEqualTo("1000");

			topics().apply((step) -> {
			});

			awaitRetention(admin, Topics.WORK_REPORTED, Long.toString(Duration.ofDays(7).toMillis()));
		}
	}

	@Test
	void leavesMorePartitionsAndALongerRetentionAsTheyAre() throws Exception {
		try (Admin admin = Admin.create(Map.of("bootstrap.servers", this.stack.bootstrapServers()))) {
			String dlt = Topics.deadLetters(Topics.PACKAGES_LISTED, Topics.GATEWAY);
			admin.createPartitions(Map.of(dlt, NewPartitions.increaseTo(Topics.PARTITIONS + 1))).all().get();
			await().until(() -> admin.describeTopics(List.of(dlt)).allTopicNames().get().get(dlt).partitions().size(),
					(partitions) -> partitions > Topics.PARTITIONS);
			keep(admin, dlt, "-1");

			List<Step> steps = new ArrayList<>();
			topics().apply(steps::add);

			assertThat(steps).hasSize(2).allMatch((step) -> step instanceof Step.Refuse);
			assertThat(setting(admin, dlt, "retention.ms")).isEqualTo("-1");
			keep(admin, dlt, Long.toString(Duration.ofDays(7).toMillis()));
		}
	}

	@Test
	void registersEverySchemaOnce() throws Exception {
		SchemaSetup schemas = new SchemaSetup(this.stack.confluentApi(), Duration.ofSeconds(30));
		assertThat(schemas.plan()).isEmpty();
		schemas.apply((subject) -> {
		});
		JsonNode latest = latest(Topics.VERIFICATION_REQUESTED);
		assertThat(latest.path("version").asInt()).isEqualTo(1);
		assertThat(latest.path("schema").asString()).contains("VerificationRequested");
	}

	@Test
	void refusesAnIncompatibleSchema() throws Exception {
		String renamed = JsonMapper.shared()
			.writeValueAsString(Map.of("schema", "{\"type\":\"record\",\"name\":\"Other\",\"fields\":[]}"));
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(this.stack.confluentApi() + "/subjects/" + Topics.WORK_REPORTED + "-value/versions"))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString(renamed))
			.build();
		try (HttpClient client = HttpClient.newHttpClient()) {
			assertThat(client.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(409);
		}
	}

	@Test
	void refusesAPasswordThatIsNotTheStacks() {
		Database database = this.stack.database(Service.GATEWAY);
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> DriverManager.getConnection(database.url(), database.user(), "wrong"));
	}

	@Test
	void keepsKeysAndPasswordsToItsOwner() throws Exception {
		for (String file : List.of("secrets.json", "keyset.json", "call-token-keyset.json")) {
			ServiceEnvironment.of(Service.GATEWAY, this.stack);
			var permissions = Files.getPosixFilePermissions(this.stack.state().path().resolve(file));
			assertThat(PosixFilePermissions.toString(permissions)).as(file).isEqualTo("rw-------");
		}
	}

	private static void keep(Admin admin, String topic, String millis) throws Exception {
		admin
			.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic),
					List.of(new AlterConfigOp(new ConfigEntry("retention.ms", millis), AlterConfigOp.OpType.SET))))
			.all()
			.get();
		awaitRetention(admin, topic, millis);
	}

	/** The broker answers before it follows what its controller has taken. */
	private static void awaitRetention(Admin admin, String topic, String millis) {
		await().until(() -> setting(admin, topic, "retention.ms"), millis::equals);
	}

	private static String setting(Admin admin, String topic, String name) throws Exception {
		ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
		return admin.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
	}

	private JsonNode latest(String topic) throws Exception {
		URI address = URI.create(this.stack.confluentApi() + "/subjects/" + topic + "-value/versions/latest");
		try (HttpClient client = HttpClient.newHttpClient()) {
			var answer = client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
			assertThat(answer.statusCode()).isEqualTo(200);
			return JsonMapper.shared().readTree(answer.body());
		}
	}

	private TopicSetup topics() {
		return new TopicSetup(this.stack.bootstrapServers(), 1, Duration.ofSeconds(30));
	}

}
