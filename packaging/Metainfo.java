import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What software centres show. Its list of releases is the changelog's.
final class Metainfo {

    /// `## [1.2.3] - 2027-01-31`
    private static final Pattern RELEASE =
            Pattern.compile("(?m)^## \\[([0-9.]+)] - ([0-9-]{10})$");

    private Metainfo() {}

    static String of(Project project) throws IOException {
        String changelog = Files.readString(project.root().resolve("CHANGELOG.md"));
        StringBuilder releases = new StringBuilder();
        Matcher found = RELEASE.matcher(changelog);
        while (found.find()) {
            releases.append("    <release version=\"%s\" date=\"%s\"/>%n"
                    .formatted(found.group(1), found.group(2)));
        }
        return Files.readString(project.data().resolve("dev.sayso.Sayso.metainfo.xml"))
                .replace("@RELEASES@", releases.toString().stripTrailing());
    }
}
