import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can be made.
enum Kind {
    /// The program's folder.
    APP_IMAGE("app-image", Project.Os.LINUX, Project.Os.WINDOWS, Project.Os.MACOS),
    /// For Debian, Ubuntu and their kin.
    DEB("deb", Project.Os.LINUX),
    /// For Fedora, openSUSE and their kin.
    RPM("rpm", Project.Os.LINUX),
    /// For Windows.
    MSI("msi", Project.Os.WINDOWS),
    /// For macOS.
    DMG("dmg", Project.Os.MACOS);

    private final String name;
    private final List<Project.Os> systems;

    Kind(String name, Project.Os... systems) {
        this.name = name;
        this.systems = List.of(systems);
    }

    /// As jpackage calls it.
    String type() {
        return name;
    }

    static Optional<Kind> of(String name, Project.Os system) {
        return Arrays.stream(values())
                .filter(kind -> kind.name.equals(name) && kind.systems.contains(system))
                .findFirst();
    }

    static List<String> allOn(Project.Os system) {
        return Arrays.stream(values())
                .filter(kind -> kind.systems.contains(system))
                .map(Kind::type)
                .toList();
    }
}
