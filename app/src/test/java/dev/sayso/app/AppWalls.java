package dev.sayso.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import javafx.application.Platform;

/// The rules about the app that javac cannot hold, each with its reason.
///
/// They are written for a root package, so that the same rules can be tried on classes that break
/// them.
///
/// @param root the package of `Main`
record AppWalls(String root) {

    private static final List<String> FEATURES =
            List.of(
                    "dictation",
                    "editor",
                    "export",
                    "files",
                    "history",
                    "models",
                    "overlay",
                    "settings");

    ArchRule commandLineNeedsNoWindow() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".cli..")
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage(
                        "javafx..",
                        "java.awt..",
                        "javax.swing..",
                        "java.sql..",
                        "atlantafx..",
                        "org.kordamp..",
                        "com.formdev..",
                        "com.github.kwhat..",
                        "org.sqlite..",
                        "org.apache.poi..")
                .because(
                        "sayso transcribe works on a machine without a display, and starts without"
                                + " the window's libraries");
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

    ArchRule soundOnlyWhereDevicesAre() {
        return only(
                "devices come and go, and two packages know how they do",
                List.of("microphone", "playback"),
                "javax.sound..");
    }

    ArchRule swingOnlyInDesktop() {
        return only(
                "two toolkits in one program are one too many everywhere else",
                List.of("desktop"),
                "java.awt..",
                "javax.swing..",
                "com.formdev..",
                "com.github.kwhat..");
    }

    ArchRule databaseOnlyInHistory() {
        return only(
                "one package knows the tables", List.of("history"), "java.sql..", "org.sqlite..");
    }

    ArchRule networkOnlyInModels() {
        return only(
                "what goes over the network is a download that the user began",
                List.of("models"),
                "java.net.http..");
    }

    ArchRule mediaLibrariesOnlyInMedia() {
        return only(
                "native code that reads strangers' files has one door",
                List.of("media"),
                "org.bytedeco..");
    }

    ArchRule platformOnlyInFxThread() {
        return noClasses()
                .that(not(belongTo(".ui.FxThread")).as("are not FxThread"))
                .should()
                .dependOnClassesThat(belongToAnyOf(Platform.class))
                .because("there is one way onto the FX thread, and it keeps the order");
    }

    ArchRule modelsKnowNoNodes() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("Model")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("what a place does can be tried without a window");
    }

    ArchRule sharedPartsKnowNoEngine() {
        return noClasses()
                .that()
                .resideInAnyPackage(root + ".ui..", root + ".desktop..", root + ".instance..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.sayso.engine..")
                .because("windows, trays and sockets are the same whatever is recognized");
    }

    ArchRule featuresApart() {
        return classes()
                .that(resideInAnyFeature())
                .should(keepToTheirFeature())
                .because("where one place must tell another, it is handed a function");
    }

    private DescribedPredicate<JavaClass> resideInAnyFeature() {
        return DescribedPredicate.describe(
                "belong to a place of the window", type -> !feature(type).isEmpty());
    }

    /// The settings and how they are changed are everyone's.
    private ArchCondition<JavaClass> keepToTheirFeature() {
        return new ArchCondition<>("keep to their feature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    JavaClass target = dependency.getTargetClass();
                    String other = feature(target);
                    boolean shared =
                            target.getName().startsWith(root + ".settings.Settings$")
                                    || target.getName().equals(root + ".settings.Settings")
                                    || target.getName().equals(root + ".settings.SettingsModel");
                    if (!other.isEmpty() && !other.equals(feature(type)) && !shared) {
                        events.add(
                                SimpleConditionEvent.violated(
                                        dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private String feature(JavaClass type) {
        for (String feature : FEATURES) {
            String name = root + "." + feature;
            if (type.getPackageName().equals(name)
                    || type.getPackageName().startsWith(name + ".")) {
                return feature;
            }
        }
        return "";
    }

    private ArchRule only(String reason, List<String> owners, String... libraries) {
        String[] packages =
                owners.stream().map(owner -> root + "." + owner + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .because(reason);
    }

    private DescribedPredicate<JavaClass> belongTo(String name) {
        return DescribedPredicate.describe(
                "belong to " + name,
                type ->
                        type.getName().equals(root + name)
                                || type.getName().startsWith(root + name + "$"));
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
