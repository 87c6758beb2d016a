package io.bgvbridge.gateway;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.bgvbridge.schemas.Topics;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules that keep the service readable.
 */
@AnalyzeClasses(packages = "io.bgvbridge.gateway", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	private static final DescribedPredicate<JavaClass> avroTypes = JavaClass.Predicates
		.resideInAPackage("io.bgvbridge.schemas")
		.and(DescribedPredicate.not(JavaClass.Predicates.belongToAnyOf(Topics.class)))
		.as("Avro types");

	@ArchTest
	static final ArchRule avroStaysAtTheEdge = noClasses().that()
		.haveSimpleNameNotEndingWith("Listener")
		.and()
		.haveSimpleNameNotEndingWith("Publisher")
		.and()
		// The compiler's tables for switches over Avro's enums.
		.areNotAnonymousClasses()
		.should()
		.dependOnClassesThat(avroTypes);

	@ArchTest
	static final ArchRule packagesHaveNoCycles = slices().matching("io.bgvbridge.gateway.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule storesStayInTheirPackage = classes().that()
		.haveSimpleNameEndingWith("Store")
		.or()
		.haveSimpleNameEndingWith("Listener")
		.or()
		.haveSimpleNameEndingWith("Publisher")
		.should()
		.notBePublic();

	@Test
	void modulesKeepToThemselves() {
		ApplicationModules.of(GatewayApplication.class).verify();
	}

}
