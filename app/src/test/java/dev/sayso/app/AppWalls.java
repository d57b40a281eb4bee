package dev.sayso.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.lang.ArchRule;

/// The rules about the app that javac cannot hold, each with its reason.
///
/// They are written for a root package, so that the same rules can be tried on classes that break
/// them.
///
/// @param root the package of `Main`
record AppWalls(String root) {

    ArchRule commandLineNeedsNoDisplay() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".cli..")
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                .because("sayso transcribe works on a machine without a display");
    }

    ArchRule standardStreamsOnlyInCommandLine() {
        return noClasses()
                .that(
                        not(resideInAPackage(root + ".cli.."))
                                .and(not(name(root + ".Main")))
                                .as("are neither the command line nor Main"))
                .should()
                .accessTargetWhere(accesses("java.lang.System", "in|out|err|console"))
                .orShould()
                .accessTargetWhere(accesses("java.lang.Throwable", "printStackTrace"))
                .orShould()
                .dependOnClassesThat(belongToAnyOf(IO.class))
                .because("the terminal belongs to the command line; the window has none");
    }

    ArchRule soundOnlyInMicrophone() {
        return noClasses()
                .that()
                .resideOutsideOfPackages(root + ".microphone..", root + ".playback..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.sound..")
                .because(
                        "devices come and go, and a package each for in and out knows how they do");
    }

    ArchRule nobodyKnowsTheCommandLine() {
        return noClasses()
                .that(
                        not(resideInAPackage(root + ".cli.."))
                                .and(not(name(root + ".Main")))
                                .as("are neither the command line nor Main"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(root + ".cli..")
                .because("what the window needs as well lies below both");
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("imports point one way");
    }

    ArchRule noMutableStaticField() {
        return fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("everything is made and wired in one place");
    }

    private static DescribedPredicate<JavaAccess<?>> accesses(String type, String members) {
        return target(nameMatching(members))
                .and(target(owner(assignableTo(type))))
                .as("%s.%s", type, members);
    }
}
