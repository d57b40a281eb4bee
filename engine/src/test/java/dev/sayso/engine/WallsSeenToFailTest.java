package dev.sayso.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.sayso.engine.broken.Facade;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each wall is broken once, by the classes under `dev.sayso.engine.broken`, and must name exactly
/// the places that break it.
class WallsSeenToFailTest {

    private static final String ROOT = "dev.sayso.engine.broken";
    private static final EngineWalls WALLS = new EngineWalls(ROOT);
    private static final JavaClasses BROKEN = brokenClasses();

    private static JavaClasses brokenClasses() {
        try {
            // the folder of the compiled tests: the module's own folder is patched over it
            Path folder = Path.of(Facade.class.getResource("Facade.class").toURI()).getParent();
            return new ClassFileImporter().importPath(folder);
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static Stream<String> packages() {
        return new TreeSet<>(EngineWalls.IMPORTS.keySet()).stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void everyImportOutsideTheTableIsFound(String name) {
        Set<String> forbidden = new TreeSet<>(EngineWalls.IMPORTS.keySet());
        forbidden.removeAll(EngineWalls.IMPORTS.getOrDefault(name, Set.of()));
        forbidden.remove(name);

        Set<String> found = new TreeSet<>();
        boolean facade = false;
        for (String line : WALLS.imports(name).evaluate(BROKEN).getFailureReport().getDetails()) {
            var noun = Pattern.compile(Pattern.quote(ROOT) + "\\.(\\w+)\\.Noun>").matcher(line);
            if (noun.find()) {
                found.add(noun.group(1));
            }
            facade |= line.contains(ROOT + ".Facade>");
        }
        assertThat(found).isEqualTo(forbidden);
        assertThat(facade).isTrue();
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(WALLS.simdOnlyInKernel(), Set.of("audio.Broken.usesSimd")),
                Arguments.of(
                        WALLS.foreignMemoryOnlyBelowTheStages(),
                        Set.of("text.Broken.usesForeignMemory")),
                Arguments.of(
                        WALLS.mappingOnlyInCheckpointAndPacked(),
                        Set.of("kernel.Broken.opensArena", "audio.Broken.mapsFile")),
                Arguments.of(
                        WALLS.threadsOnlyInWorkers(),
                        Set.of(
                                "features.Broken.startsThread",
                                "features.Broken.runsInParallel",
                                "encoder.Broken.usesExecutor")),
                Arguments.of(
                        WALLS.locksOnlyInWorkersAndFacade(), Set.of("decoder.Broken.usesLock")),
                Arguments.of(
                        WALLS.noStandardStreams(),
                        Set.of(
                                "audio.Broken.prints",
                                "audio.Broken.printsSimply",
                                "audio.Broken.printsTrace")),
                Arguments.of(
                        WALLS.noReflection(),
                        Set.of(
                                "checkpoint.Broken.findsServices",
                                "checkpoint.Broken.findsClass",
                                "decoder.Broken.reflects")),
                Arguments.of(
                        WALLS.propertiesOnlyInLanes(),
                        Set.of("text.Broken.readsProperty", "text.Broken.readsNumber")),
                Arguments.of(WALLS.noMutableStaticField(), Set.of("kernel.Broken$Counts.calls")),
                Arguments.of(WALLS.everyPackageIsInTheTable(), Set.of("stray.Stray")));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void eachWallNamesExactlyWhatBreaksIt(ArchRule rule, Set<String> expected) {
        Set<String> found = new TreeSet<>();
        for (String line : rule.evaluate(BROKEN).getFailureReport().getDetails()) {
            var culprit =
                    Pattern.compile("<" + Pattern.quote(ROOT) + "\\.([\\w.$]+)").matcher(line);
            assertThat(culprit.find()).as(line).isTrue();
            found.add(culprit.group(1));
        }
        assertThat(found).isEqualTo(new TreeSet<>(expected));
    }

    @Test
    void aCycleIsFound() {
        assertThat(WALLS.noCycles().evaluate(BROKEN).hasViolation()).isTrue();
    }
}
