import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// What both kinds of Linux packages hold, as it lies on the user's system.
///
/// jpackage would make packages itself, but theirs install menu entries by a script, which fails on
/// a machine without a desktop, and own nothing outside the program's folder, so that a man page or
/// a completion would be left behind. Here the package owns every file it brings.
final class LinuxTree {

    private static final List<Integer> ICONS = List.of(16, 24, 32, 48, 64, 128, 256, 512);

    /// Where the program's folder lies, below `/`.
    static final String PROGRAM = "usr/lib/sayso";

    private LinuxTree() {}

    /// @param image the program's folder
    /// @return a folder that stands for `/`
    static Path make(Project project, Path image) throws IOException, InterruptedException {
        Path root = project.target().resolve("linux-root");
        Project.delete(root);
        Path program = root.resolve(PROGRAM);
        copyTree(image, program);
        Path bin = Files.createDirectories(root.resolve("usr/bin"));
        Path data = project.data();
        copy(data.resolve("sayso"), bin.resolve("sayso"));
        copy(
                project.built().resolve("lib/terminal.sh"),
                program.resolve("lib/app/terminal.sh"));
        copy(data.resolve("sayso-window"), bin.resolve("sayso-window"));
        // what starts with the session goes the same way as everything else
        Files.write(
                program.resolve("lib/app/sayso-window.cfg"),
                List.of("java-options=-Ddev.sayso.launcher=/usr/bin/sayso-window"),
                StandardOpenOption.APPEND);
        copy(data.resolve("sayso.desktop"), root.resolve("usr/share/applications/sayso.desktop"));
        write(
                root.resolve("usr/share/metainfo/dev.sayso.Sayso.metainfo.xml"),
                Metainfo.of(project).getBytes(StandardCharsets.UTF_8));
        Path icons = Icons.folder(project);
        for (int size : ICONS) {
            copy(
                    icons.resolve("sayso-" + size + ".png"),
                    root.resolve(
                            "usr/share/icons/hicolor/%dx%d/apps/sayso.png".formatted(size, size)));
        }
        copy(
                icons.resolve("sayso.svg"),
                root.resolve("usr/share/icons/hicolor/scalable/apps/sayso.svg"));
        Path sayso = image.resolve("bin/sayso");
        write(
                root.resolve("usr/share/man/man1/sayso.1.gz"),
                zipped(Tool.output(sayso, List.of("generate-man-page"))));
        write(
                root.resolve("usr/share/bash-completion/completions/sayso"),
                Tool.output(sayso, List.of("generate-completion")));
        Path doc = root.resolve("usr/share/doc/sayso");
        copy(project.root().resolve("LICENSE"), doc.resolve("copyright"));
        write(
                doc.resolve("changelog.gz"),
                zipped(Files.readAllBytes(project.root().resolve("CHANGELOG.md"))));
        makeReadable(root);
        return root;
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    /// The same bytes for the same content: no name and no time in the header.
    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                // with their times, by which an AOT cache knows its jars
                Files.copy(
                        file,
                        copy,
                        LinkOption.NOFOLLOW_LINKS,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    /// Whatever the builder's umask was.
    private static void makeReadable(Path root) throws IOException {
        Set<PosixFilePermission> plain = PosixFilePermissions.fromString("rw-r--r--");
        Set<PosixFilePermission> runs = PosixFilePermissions.fromString("rwxr-xr-x");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.toList()) {
                if (!Files.isSymbolicLink(file)) {
                    Files.setPosixFilePermissions(file, Files.isExecutable(file) ? runs : plain);
                }
            }
        }
    }
}
