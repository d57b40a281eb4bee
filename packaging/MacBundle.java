import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What macOS wants to know of a program: what it opens, and why it listens to the microphone. Not
/// run where this was written: there was no macOS.
final class MacBundle {

    private MacBundle() {}

    /// For jpackage. Its template of `Info.plist` is replaced by ours, which knows the version.
    static List<String> options(Project project) throws IOException {
        Path resources = project.target().resolve("macos");
        Project.delete(resources);
        Files.createDirectories(resources);
        Files.writeString(
                resources.resolve("Info.plist"),
                Files.readString(project.data().resolve("Info.plist"))
                        .replace("@VERSION@", project.version())
                        .replace("@BUNDLE_VERSION@", Versions.bundle(project)));
        return List.of(
                "--mac-package-identifier", "dev.sayso.app",
                "--mac-package-name", "Sayso",
                "--resource-dir", resources.toString());
    }

    /// Without a certificate, for this machine's trust only: Apple's processors run nothing that is
    /// not signed, and the launchers' configuration was completed after jpackage signed.
    static void sign(Project project, Path bundle) throws IOException, InterruptedException {
        Tool.program(
                Path.of("codesign"),
                List.of(
                        "--force",
                        "--deep",
                        "--sign",
                        "-",
                        "--entitlements",
                        project.data().resolve("entitlements.plist").toString(),
                        bundle.toString()),
                project.root(),
                Map.of());
    }
}
