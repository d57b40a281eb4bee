import java.io.IOException;
import java.nio.file.Path;

/// An installer made of the program's folder.
final class Installer {

    private Installer() {}

    /// @return the file
    static Path make(Project project, Path image, Kind kind)
            throws IOException, InterruptedException {
        return switch (kind) {
            case APP_IMAGE -> throw new IllegalArgumentException("an image is no installer");
            case DEB -> Deb.make(project, LinuxTree.make(project, image));
            case RPM -> Rpm.make(project, LinuxTree.make(project, image));
            case MSI -> Msi.make(project, image);
            case DMG -> Dmg.make(project, image);
        };
    }
}
