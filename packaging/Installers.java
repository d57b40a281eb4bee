import java.io.IOException;
import java.nio.file.Path;

/// Makes installers of the program's folder.
final class Installers {

    private final Project project;
    private final Path image;
    private final boolean withCache;
    private Path linuxRoot;

    /// @param image the program's folder
    /// @param withCache whether packages for Linux get an AOT cache, if one can be trained
    Installers(Project project, Path image, boolean withCache) {
        this.project = project;
        this.image = image;
        this.withCache = withCache;
    }

    /// @return the file
    Path make(Kind kind) throws IOException, InterruptedException {
        return switch (kind) {
            case APP_IMAGE -> image;
            case DEB -> Deb.make(project, linuxRoot());
            case RPM -> Rpm.make(project, linuxRoot());
            case MSI -> Msi.make(project, image);
            case DMG -> Dmg.make(project, image);
        };
    }

    /// The same for both kinds of packages.
    private Path linuxRoot() throws IOException, InterruptedException {
        if (linuxRoot == null) {
            linuxRoot = LinuxTree.make(project, image);
            if (withCache) {
                AotCache.train(linuxRoot, LinuxTree.PROGRAM)
                        .ifPresent(
                                why ->
                                        System.err.println(
                                                "No AOT cache, the window starts slower: " + why));
            }
        }
        return linuxRoot;
    }
}
