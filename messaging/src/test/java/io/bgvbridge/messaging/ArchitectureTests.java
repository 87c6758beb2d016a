package io.bgvbridge.messaging;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.bgvbridge.messaging", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule KNOWS_NO_OTHER_MODULE = noClasses().should()
		.dependOnClassesThat(
				resideInAPackage("io.bgvbridge..").and(resideOutsideOfPackage("io.bgvbridge.messaging..")));

	/** The root package joins the others, and holds the marker that they share. */
	@ArchTest
	static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("io.bgvbridge.messaging.(*)..")
		.should()
		.beFreeOfCycles();

	@ArchTest
	static final ArchRule PACKAGES_KNOW_ONLY_THE_ROOTS_MARKER = noClasses().that()
		.resideInAPackage("io.bgvbridge.messaging.*")
		.should()
		.dependOnClassesThat(resideInAPackage("io.bgvbridge.messaging")
			.and(com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName("Outage").negate()));

}
