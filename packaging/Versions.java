import java.util.Arrays;

/// The version as each kind of installer can say it. There is one number, the POM's.
final class Versions {

    private Versions() {}

    /// What jpackage is told. On macOS a bundle's version may not begin with 0, so there one is
    /// added to its first number: it grows when ours does, and is compared by the system only.
    /// What people see is the POM's: `Info.plist` says so.
    static String bundle(Project project) {
        if (project.system() != Project.Os.MACOS) {
            return project.version();
        }
        int[] numbers =
                Arrays.stream(project.version().split("\\.")).mapToInt(Integer::parseInt).toArray();
        return "%d.%d.%d".formatted(numbers[0] + 1, numbers[1], numbers[2]);
    }
}
