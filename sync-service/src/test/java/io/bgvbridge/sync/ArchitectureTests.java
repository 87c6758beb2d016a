package io.bgvbridge.sync;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

@AnalyzeClasses(packages = "io.bgvbridge.sync", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final DescribedPredicate<JavaClass> AVRO_TYPES = DescribedPredicate.describe("are Avro types",
			(type) -> type.getPackageName().equals(Topics.class.getPackageName())
					&& !type.getName().startsWith(Topics.class.getName()));

	@ArchTest
	static final ArchRule AVRO_STAYS_AT_THE_EDGE = noClasses().that()
		.haveNameNotMatching(".*(Listener|Publisher)(\\$.*)?")
		.should()
		.dependOnClassesThat(AVRO_TYPES);

	@ArchTest
	static final ArchRule CONNECTIONS_KNOW_NOTHING_OF_ASSESSMENTS = noClasses().that()
		.resideInAPackage("..connection..")
		.should()
		.dependOnClassesThat()
		.resideInAPackage("io.bgvbridge.sync");

	@Test
	void modulesKeepToThemselves() {
		ApplicationModules.of(SyncApplication.class).verify();
	}

}
