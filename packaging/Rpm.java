import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A package for Fedora, openSUSE and their kin.
final class Rpm {

    private Rpm() {}

    /// @param root what is installed
    /// @return the file
    static Path make(Project project, Path root) throws IOException, InterruptedException {
        Path top = project.target().resolve("rpm");
        Project.delete(top);
        Path spec = Files.createDirectories(top).resolve("sayso.spec");
        Files.writeString(
                spec,
                Files.readString(project.data().resolve("sayso.spec"))
                        .replace("@VERSION@", project.version())
                        .replace("@ROOT@", root.toString()));
        Tool.program(
                Path.of("rpmbuild"),
                List.of("-bb", "--define", "_topdir " + top, spec.toString()),
                project.root(),
                Map.of());
        String architecture =
                System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
        String name = "sayso-%s-1.%s.rpm".formatted(project.version(), architecture);
        Path made = top.resolve("RPMS").resolve(architecture).resolve(name);
        Path file = project.target().resolve(name);
        Files.move(made, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return file;
    }
}
