import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Makes what a person installs, on the system it runs on.
///
/// ```
/// ./mvnw -Pdist -DskipTests package
/// java packaging/Package.java app-image            the program's folder, with its own Java
/// java packaging/Package.java deb rpm              installers made of that folder
/// java packaging/Package.java --no-aot deb rpm     without training the window's AOT cache
/// ```
///
/// Results lie in `packaging/target`. Needs a JDK 25; on Linux also `dpkg-deb` or `rpmbuild`, and
/// for the AOT cache Xvfb, or a screen; on Windows WiX. The JVM's options are those in
/// `lib/jvm.options` and `lib/window.options`, which the launchers of a source tree use as well.
final class Package {

    private Package() {}

    static void main(String[] arguments) throws IOException, InterruptedException {
        Project project = Project.find();
        List<String> wanted = new ArrayList<>(List.of(arguments));
        boolean withCache = !wanted.remove("--no-aot");
        List<Kind> kinds =
                wanted.stream()
                        .flatMap(name -> Kind.of(name, project.system()).stream())
                        .toList();
        if (kinds.isEmpty() || kinds.size() < wanted.size()) {
            System.err.println("Say what to make: some of " + Kind.allOn(project.system()));
            System.exit(2);
            return;
        }
        project.check();
        Installers installers = new Installers(project, AppImage.make(project), withCache);
        for (Kind kind : kinds) {
            IO.println(installers.make(kind));
        }
    }
}
