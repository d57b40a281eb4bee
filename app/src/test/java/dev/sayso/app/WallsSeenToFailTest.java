package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import dev.sayso.app.broken.Main;
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

/// Each wall is broken once, by the classes under `dev.sayso.app.broken`, and must name exactly the
/// places that break it.
class WallsSeenToFailTest {

    private static final String ROOT = "dev.sayso.app.broken";
    private static final AppWalls WALLS = new AppWalls(ROOT);
    private static final JavaClasses BROKEN = brokenClasses();

    private static JavaClasses brokenClasses() {
        try {
            Path folder = Path.of(Main.class.getResource("Main.class").toURI()).getParent();
            return new ClassFileImporter().importPath(folder);
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                Arguments.of(
                        WALLS.commandLineNeedsNoWindow(),
                        Set.of("cli.Broken", "cli.BrokenByWayOfModels")),
                Arguments.of(
                        WALLS.standardStreamsOnlyInCommandLine(),
                        Set.of(
                                "models.Broken.prints",
                                "models.Broken.printsSimply",
                                "models.Broken.printsTrace")),
                Arguments.of(
                        WALLS.soundOnlyWhereDevicesAre(), Set.of("models.Broken.listsDevices")),
                Arguments.of(WALLS.swingOnlyInDesktop(), Set.of("files.Broken.usesAwt")),
                Arguments.of(WALLS.databaseOnlyInHistory(), Set.of("files.Broken.asksDatabase")),
                Arguments.of(WALLS.networkOnlyInModels(), Set.of("files.Broken.callsHome")),
                Arguments.of(WALLS.mediaLibrariesOnlyInMedia(), Set.of("files.Broken.readsMedia")),
                Arguments.of(WALLS.platformOnlyInFxThread(), Set.of("files.Broken.hops")),
                Arguments.of(WALLS.modelsKnowNoNodes(), Set.of("files.BrokenModel.knowsNodes")),
                Arguments.of(WALLS.sharedPartsKnowNoEngine(), Set.of("ui.Broken.knowsEngine")),
                Arguments.of(WALLS.featuresApart(), Set.of("files.Broken.knowsModels")),
                Arguments.of(
                        WALLS.nobodyKnowsTheCommandLine(),
                        Set.of("models.Broken.knowsCommandLine")),
                Arguments.of(WALLS.noMutableStaticField(), Set.of("models.Broken.calls")));
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
