import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The jars as they are shipped: those of the build, less what this system has no use for.
///
/// Two libraries bring native code for every system; here only this system's stays. JavaFX's native
/// code moves from its jar to the folder beside it, where it is loaded from; in the jar it would be
/// unpacked into each user's home first.
final class Libraries {

    private final Project project;
    private final String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);

    Libraries(Project project) {
        this.project = project;
    }

    /// @return the folder of the command line's jars; `window` below it has the window's
    Path make() throws IOException {
        Path target = project.target().resolve("mods");
        Project.delete(target);
        copy(project.built().resolve("lib"), target);
        copy(project.built().resolve("lib").resolve("window"), target.resolve("window"));
        return target;
    }

    private void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (String name : Project.names(from, "*.jar")) {
            Path jar = from.resolve(name);
            if (isEmptyShell(name)) {
                continue;
            }
            if (name.startsWith("javafx-graphics-")) {
                unpack(jar, to, Libraries::isNative);
                rewrite(jar, to.resolve(name), entry -> !isNative(entry));
            } else if (name.startsWith("sqlite-jdbc-")) {
                keepOurs(jar, to.resolve(name), "org/sqlite/native/" + sqlite());
            } else if (name.startsWith("jnativehook-")) {
                keepOurs(jar, to.resolve(name), "com/github/kwhat/jnativehook/lib/" + hook());
            } else {
                Files.copy(jar, to.resolve(name));
            }
        }
    }

    /// JavaFX's artifacts without a system in their name hold nothing.
    private static boolean isEmptyShell(String jar) {
        return jar.matches("javafx-[a-z]+-[0-9.]+\\.jar");
    }

    private static boolean isNative(String entry) {
        return entry.endsWith(".so") || entry.endsWith(".dll") || isForMac(entry);
    }

    private static boolean isForMac(String entry) {
        return entry.endsWith(".dylib") || entry.endsWith(".jnilib");
    }

    /// The folder in which SQLite's driver looks.
    private String sqlite() {
        String system =
                switch (project.system()) {
                    case LINUX -> "Linux";
                    case WINDOWS -> "Windows";
                    case MACOS -> "Mac";
                };
        return system + "/" + (machine.equals("aarch64") ? "aarch64" : "x86_64") + "/";
    }

    /// The folder in which the hotkey's library looks.
    private String hook() {
        String system =
                switch (project.system()) {
                    case LINUX -> "linux";
                    case WINDOWS -> "windows";
                    case MACOS -> "darwin";
                };
        return system + "/" + (machine.equals("aarch64") ? "arm64" : "x86_64") + "/";
    }

    private static void keepOurs(Path jar, Path to, String ours) throws IOException {
        if (rewrite(jar, to, entry -> !isNative(entry) || entry.startsWith(ours)) == 0) {
            throw new IOException(jar + ": expected libraries of other systems, found none");
        }
        try (ZipFile made = new ZipFile(to.toFile())) {
            if (made.stream().noneMatch(entry -> isNative(entry.getName()))) {
                throw new IOException(jar + ": expected a library in " + ours + ", found none");
            }
        }
    }

    /// Writes the jar without some entries, with the others' order and times.
    ///
    /// @return how many are left out
    private static int rewrite(Path jar, Path to, Predicate<String> kept) throws IOException {
        int dropped = 0;
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                if (!kept.test(entry.getName())) {
                    dropped++;
                    continue;
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                out.putNextEntry(copy);
                try (InputStream in = from.getInputStream(entry)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        return dropped;
    }

    private static void unpack(Path jar, Path folder, Predicate<String> wanted)
            throws IOException {
        try (ZipFile from = new ZipFile(jar.toFile())) {
            List<? extends ZipEntry> entries =
                    from.stream().filter(entry -> wanted.test(entry.getName())).toList();
            if (entries.isEmpty()) {
                throw new IOException(jar + ": expected native libraries, found none");
            }
            for (ZipEntry entry : entries) {
                Path file = folder.resolve(Path.of(entry.getName()).getFileName());
                try (InputStream in = from.getInputStream(entry);
                        OutputStream out = Files.newOutputStream(file)) {
                    in.transferTo(out);
                }
            }
        }
    }
}
