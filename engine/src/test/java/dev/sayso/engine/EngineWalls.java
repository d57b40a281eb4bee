package dev.sayso.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The rules about the engine that javac cannot hold, each with its reason.
///
/// They are written for a root package, so that the same rules can be tried on classes that break
/// them.
///
/// @param root the package of the façade
record EngineWalls(String root) {

    /// What each package may import of ours. The façade may import them all.
    static final Map<String, Set<String>> IMPORTS =
            Map.of(
                    "kernel", Set.of(),
                    "audio", Set.of(),
                    "packed", Set.of("kernel"),
                    "checkpoint", Set.of("packed", "kernel"),
                    "text", Set.of("checkpoint"),
                    "features", Set.of("audio", "kernel"),
                    "encoder", Set.of("features", "checkpoint", "kernel"),
                    "decoder", Set.of("encoder", "checkpoint", "kernel"),
                    "stream", Set.of("audio", "features", "encoder", "decoder", "text", "kernel"));

    ArchRule imports(String name) {
        List<String> foreign = new ArrayList<>(List.of(root));
        for (String other : IMPORTS.keySet()) {
            if (!other.equals(name) && !IMPORTS.getOrDefault(name, Set.of()).contains(other)) {
                foreign.add(in(other));
            }
        }
        return noClasses()
                .that()
                .resideInAPackage(in(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(foreign.toArray(String[]::new))
                .because(
                        "a stage may know the noun of the stage before it, the checkpoint and the"
                                + " kernels, and nobody knows the façade above");
    }

    ArchRule everyPackageIsInTheTable() {
        List<String> known = new ArrayList<>(List.of(root));
        IMPORTS.keySet().forEach(name -> known.add(in(name)));
        return classes()
                .should()
                .resideInAnyPackage(known.toArray(String[]::new))
                .because("a new package needs its place in the import table");
    }

    ArchRule noCycles() {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("imports point one way");
    }

    ArchRule simdOnlyInKernel() {
        return onlyIn(resideInAPackage(in("kernel")))
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .because("the incubating API has one home, and each vector loop a scalar twin");
    }

    ArchRule foreignMemoryOnlyBelowTheStages() {
        return onlyIn(resideInAnyPackage(in("kernel"), in("packed"), in("checkpoint")))
                .dependOnClassesThat()
                .resideInAPackage("java.lang.foreign..")
                .because("all others work on arrays, which cannot be unmapped under them");
    }

    /// A worker's piece of a panel has no file behind it, and nobody frees it by hand.
    ArchRule mappingOnlyInCheckpointAndPacked() {
        return onlyIn(
                        resideInAnyPackage(in("checkpoint"), in("packed"))
                                .or(classAndItsParts("kernel.Piece")))
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.foreign.Arena")
                .orShould()
                .accessTargetWhere(calls("java.nio.channels.FileChannel", "map"))
                .because(
                        "who maps a file decides when it is unmapped: one owner for each kind of file");
    }

    ArchRule threadsOnlyInWorkers() {
        return onlyIn(classAndItsParts("kernel.Workers"))
                .accessTargetWhere(
                        calls("java.lang.Thread", "<init>|start|startVirtualThread|of[A-Z].*"))
                .orShould()
                .accessTargetWhere(calls("java.util.stream.BaseStream", "parallel"))
                .orShould()
                .accessTargetWhere(calls("java.util.Collection", "parallelStream"))
                .orShould()
                .dependOnClassesThat(
                        describe(
                                "run code on other threads",
                                type ->
                                        type.isAssignableTo("java.util.concurrent.Executor")
                                                || type.isAssignableTo(
                                                        "java.util.concurrent.Future")
                                                || type.isAssignableTo("java.util.Timer")
                                                || type.getName()
                                                        .equals("java.util.concurrent.Executors")))
                .because(
                        "the engine's only threads are the team that splits a kernel's work and"
                                + " the one that warms it up, both made there");
    }

    ArchRule locksOnlyInWorkersAndFacade() {
        return onlyIn(
                        classAndItsParts("kernel.Workers")
                                .or(resideInAPackage(root))
                                .as("kernel.Workers and the façade"))
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent.locks..")
                .because("one run at a time is the façade's promise; below it nobody shares state");
    }

    ArchRule noStandardStreams() {
        return noClasses()
                .should()
                .accessTargetWhere(accesses("java.lang.System", "in|out|err|console"))
                .orShould()
                .accessTargetWhere(calls("java.lang.Throwable", "printStackTrace"))
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.lang.IO")
                .because("a library leaves the terminal to its user; it logs to System.Logger");
    }

    ArchRule noReflection() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .orShould()
                .dependOnClassesThat(
                        nameMatching(
                                        "(sun\\.misc|jdk\\.internal\\..*)\\.Unsafe"
                                                + "|java\\.util\\.ServiceLoader"
                                                + "|java\\.lang\\.invoke\\.MethodHandles")
                                .<JavaClass>forSubtype())
                .orShould()
                .accessTargetWhere(calls("java.lang.Class", "forName|newInstance"))
                .orShould()
                .accessTargetWhere(calls("java.lang.ClassLoader", "loadClass"))
                .because("who reads the code, and javac, must see every call");
    }

    ArchRule propertiesOnlyInLanes() {
        return onlyIn(classAndItsParts("kernel.Lanes"))
                .accessTargetWhere(
                        calls("java.lang.System", "(get|set|clear)Propert(y|ies)|getenv"))
                .orShould()
                .accessTargetWhere(calls("java.lang.Integer", "getInteger"))
                .orShould()
                .accessTargetWhere(calls("java.lang.Long", "getLong"))
                .orShould()
                .accessTargetWhere(calls("java.lang.Boolean", "getBoolean"))
                .because("what an engine does is set by EngineOptions and Hints alone");
    }

    ArchRule noMutableStaticField() {
        return fields().that()
                .areStatic()
                .should()
                .beFinal()
                .because("two engines in one process must not meet");
    }

    private String in(String name) {
        return root + "." + name + "..";
    }

    private static com.tngtech.archunit.lang.syntax.elements.ClassesShould onlyIn(
            DescribedPredicate<? super JavaClass> place) {
        return noClasses().that(not(place)).should();
    }

    /// The class, its nested classes and its lambdas.
    private DescribedPredicate<JavaClass> classAndItsParts(String name) {
        String full = root + "." + name;
        return describe(
                name, type -> type.getName().equals(full) || type.getName().startsWith(full + "$"));
    }

    /// A call, constructor call or method reference to a member of the type or of a subtype.
    private static DescribedPredicate<JavaAccess<?>> calls(String type, String members) {
        return accesses(type, members);
    }

    private static DescribedPredicate<JavaAccess<?>> accesses(String type, String members) {
        return target(nameMatching(members))
                .and(target(owner(assignableTo(type))))
                .as("%s.%s", type, members);
    }
}
