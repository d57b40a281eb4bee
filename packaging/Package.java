import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Makes what a person installs, on the system it runs on.
///
/// ```
/// ./mvnw -DskipTests package
/// java packaging/Package.java app-image            the program's folder, with its own Java
/// java packaging/Package.java deb | rpm | msi | dmg   an installer made of that folder
/// ```
///
/// Results lie in `packaging/target`. Needs a JDK 25; on Linux also `fakeroot` and `dpkg-deb`, or
/// `rpmbuild`; on Windows WiX. The JVM's options are those in `lib/jvm.options` and
/// `lib/window.options`, which the launchers of a source tree use as well.
final class Package {

    private Package() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        Project project = Project.find();
        Optional<Kind> kind =
                arguments.length == 1
                        ? Kind.of(arguments[0], project.system())
                        : Optional.empty();
        if (kind.isEmpty()) {
            System.err.println("Say what to make: one of " + Kind.allOn(project.system()));
            System.exit(2);
            return;
        }
        project.check();
        Path image = AppImage.make(project);
        IO.println(
                kind.get() == Kind.APP_IMAGE ? image : Installer.make(project, image, kind.get()));
    }
}
