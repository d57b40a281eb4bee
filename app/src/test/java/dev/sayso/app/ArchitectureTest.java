package dev.sayso.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The app keeps to its walls. [WallsSeenToFailTest] shows that each of them holds something back.
class ArchitectureTest {

    private static final AppWalls WALLS = new AppWalls("dev.sayso.app");

    // read from where Main was loaded, so that the test tree stays out
    private static final JavaClasses APP =
            new ClassFileImporter()
                    .importLocations(
                            Set.of(
                                    Location.of(
                                            Main.class
                                                    .getProtectionDomain()
                                                    .getCodeSource()
                                                    .getLocation())));

    static Stream<ArchRule> rules() {
        return Stream.of(
                WALLS.commandLineNeedsNoWindow(),
                WALLS.standardStreamsOnlyInCommandLine(),
                WALLS.soundOnlyWhereDevicesAre(),
                WALLS.swingOnlyInDesktop(),
                WALLS.databaseOnlyInHistory(),
                WALLS.networkOnlyInModels(),
                WALLS.mediaLibrariesOnlyInMedia(),
                WALLS.platformOnlyInFxThread(),
                WALLS.modelsKnowNoNodes(),
                WALLS.sharedPartsKnowNoEngine(),
                WALLS.featuresApart(),
                WALLS.nobodyKnowsTheCommandLine(),
                WALLS.noCycles(),
                WALLS.noMutableStaticField());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void wallsHold(ArchRule rule) {
        rule.check(APP);
    }

    @Test
    void theClassesReadAreTheAppsOwn() {
        assertThat(APP.contain(Main.class)).isTrue();
        assertThat(APP.contain(ArchitectureTest.class)).isFalse();
    }
}
