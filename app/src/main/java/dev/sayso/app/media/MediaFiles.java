package dev.sayso.app.media;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which files of a folder are audio or video, by their names.
public final class MediaFiles {

    private static final Set<String> EXTENSIONS =
            Set.of(
                    "3ga", "3gp", "aac", "ac3", "aif", "aifc", "aiff", "amr", "ape", "au", "avi",
                    "caf", "dts", "eac3", "flac", "flv", "m2ts", "m4a", "m4b", "m4v", "mka", "mkv",
                    "mov", "mp2", "mp3", "mp4", "mpeg", "mpg", "mts", "oga", "ogg", "ogv", "opus",
                    "ra", "rm", "snd", "spx", "tta", "vob", "w64", "wav", "webm", "wma", "wmv",
                    "wv");

    private MediaFiles() {}

    /// Whether the name is that of an audio or video file, in any case.
    public static boolean isNamedLikeMedia(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return EXTENSIONS.contains(name.substring(name.lastIndexOf('.') + 1))
                && name.lastIndexOf('.') > 0;
    }

    /// The audio and video files in a folder and the folders below it, sorted. Hidden ones, links
    /// to folders and folders that may not be read are left out.
    public static List<Path> in(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attrs)
                            throws IOException {
                        return !dir.equals(folder) && Files.isHidden(dir)
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attrs)
                            throws IOException {
                        if (isNamedLikeMedia(file)
                                && Files.isRegularFile(file)
                                && !Files.isHidden(file)) {
                            found.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException failure)
                            throws IOException {
                        if (file.equals(folder)) {
                            throw failure;
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        found.sort(null);
        return found;
    }
}
