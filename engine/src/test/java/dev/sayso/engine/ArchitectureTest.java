package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The engine keeps to its walls. [WallsSeenToFailTest] shows that each of them holds something
/// back.
class ArchitectureTest {

    private static final EngineWalls WALLS = new EngineWalls("dev.sayso.engine");

    // read from where the façade was loaded, so that the test tree stays out
    private static final JavaClasses ENGINE =
            new ClassFileImporter()
                    .importLocations(
                            Set.of(
                                    Location.of(
                                            SpeechRecognizer.class
                                                    .getProtectionDomain()
                                                    .getCodeSource()
                                                    .getLocation())));

    static Stream<String> packages() {
        return new TreeSet<>(EngineWalls.IMPORTS.keySet()).stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packagesImportOnlyWhatTheTableAllows(String name) {
        WALLS.imports(name).check(ENGINE);
    }

    static Stream<ArchRule> rules() {
        return Stream.of(
                WALLS.everyPackageIsInTheTable(),
                WALLS.noCycles(),
                WALLS.simdOnlyInKernel(),
                WALLS.foreignMemoryOnlyBelowTheStages(),
                WALLS.mappingOnlyInCheckpointAndPacked(),
                WALLS.threadsOnlyInWorkers(),
                WALLS.locksOnlyInWorkersAndFacade(),
                WALLS.noStandardStreams(),
                WALLS.noReflection(),
                WALLS.propertiesOnlyInLanes(),
                WALLS.noMutableStaticField());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void wallsHold(ArchRule rule) {
        rule.check(ENGINE);
    }

    @Test
    void theClassesReadAreTheEnginesOwn() {
        assertThat(ENGINE.contain(SpeechRecognizer.class)).isTrue();
        assertThat(ENGINE.contain(ArchitectureTest.class)).isFalse();
    }
}
