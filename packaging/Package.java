import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Makes what a person installs, on the system it runs on.
///
/// ```
/// ./mvnw -Pdist -DskipTests package
/// java packaging/Package.java app-image            the program's folder, with its own Java
/// java packaging/Package.java deb rpm             installers made of that folder
/// ```
///
/// Results lie in `packaging/target`. Needs a JDK 25; on Linux also `fakeroot` and `dpkg-deb`, or
/// `rpmbuild`; on Windows WiX. The JVM's options are those in `lib/jvm.options` and
/// `lib/window.options`, which the launchers of a source tree use as well.
final class Package {

    private Package() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        Project project = Project.find();
        List<Kind> kinds =
                Stream.of(arguments)
                        .flatMap(name -> Kind.of(name, project.system()).stream())
                        .toList();
        if (kinds.isEmpty() || kinds.size() < arguments.length) {
            System.err.println("Say what to make: some of " + Kind.allOn(project.system()));
            System.exit(2);
            return;
        }
        project.check();
        Path image = AppImage.make(project);
        for (Kind kind : kinds) {
            IO.println(kind == Kind.APP_IMAGE ? image : Installer.make(project, image, kind));
        }
    }
}
