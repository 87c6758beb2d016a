package io.bgvbridge.verification;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.bgvbridge.schemas.Topics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

@AnalyzeClasses(packages = "io.bgvbridge.verification", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

	@ArchTest
	static final ArchRule avroStaysAtTheEdge = noClasses().that()
		.haveSimpleNameNotEndingWith("Listener")
		.and()
		.haveSimpleNameNotEndingWith("Publisher")
		.and()
		.areNotAssignableTo(VerificationApplication.class)
		.should()
		.dependOnClassesThat(
				resideInAPackage("io.bgvbridge.schemas..").and(DescribedPredicate.not(equivalentTo(Topics.class))))
		.because("an event becomes a command where it enters, and a state becomes an event where it leaves");

	@ArchTest
	static final ArchRule packagesFormNoCycle = slices().assignedFrom(new ByPackage())
		.should()
		.beFreeOfCycles()
		.because("each package can then be read without the ones that use it");

	@ArchTest
	static final ArchRule springVerifyIsUsedByNobody = isReachedThroughThePortOnly("springverify");

	@ArchTest
	static final ArchRule stackOneIsUsedByNobody = isReachedThroughThePortOnly("stackone");

	@ArchTest
	static final ArchRule checkrIsUsedByNobody = isReachedThroughThePortOnly("checkr");

	private static ArchRule isReachedThroughThePortOnly(String provider) {
		String room = "io.bgvbridge.verification." + provider + "..";
		return noClasses().that(resideOutsideOfPackage(room))
			.should()
			.dependOnClassesThat(resideInAPackage(room))
			.because("a provider is reached through the port only");
	}

	private static final class ByPackage implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
			return SliceIdentifier.of(javaClass.getPackageName());
		}

		@Override
		public String getDescription() {
			return "packages";
		}

	}

}
