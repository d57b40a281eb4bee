package dev.sayso.app.cli;

import dev.sayso.app.subtitles.TranscriptFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where results go, decided and checked before any work is done.
final class Outputs {

    private final List<Input> inputs;
    private final TranscriptFormat format;

    Outputs(List<Input> inputs, TranscriptFormat format) {
        this.inputs = inputs;
        this.format = format;
    }

    /// All to standard output.
    List<Job> toStdout() throws UsageException {
        boolean subtitles = format == TranscriptFormat.SRT || format == TranscriptFormat.VTT;
        if (subtitles && inputs.size() > 1) {
            throw new UsageException(
                    "several recordings as "
                            + format.extension()
                            + ": name a folder with -o, or use --beside");
        }
        return inputs.stream().map(input -> new Job(input, null)).toList();
    }

    /// Each beside its recording.
    List<Job> beside() throws UsageException {
        List<Job> jobs = new ArrayList<>();
        for (Input input : inputs) {
            switch (input) {
                case Input.FromFile(Path path) ->
                        jobs.add(new Job(input, path.resolveSibling(fileName(input))));
                case Input.FromStdin() ->
                        throw new UsageException("--beside: standard input has no folder");
                case Input.FromMicrophone _ ->
                        throw new UsageException("--beside: a microphone has no folder");
            }
        }
        return checked(jobs);
    }

    /// To a file, or to a folder that exists.
    ///
    /// @param wanted as the user wrote it: a slash at the end means a folder
    List<Job> to(String wanted) throws UsageException {
        Path path = Values.path(wanted);
        List<Job> jobs = new ArrayList<>();
        if (Files.isDirectory(path)) {
            for (Input input : inputs) {
                jobs.add(new Job(input, path.resolve(fileName(input))));
            }
            return checked(jobs);
        }
        if (inputs.size() > 1 || wanted.endsWith("/") || wanted.endsWith("\\")) {
            throw new UsageException("-o " + wanted + ": expected a folder that exists");
        }
        jobs.add(new Job(inputs.getFirst(), path));
        return checked(jobs);
    }

    private String fileName(Input input) {
        return input.stem() + "." + format.extension();
    }

    private List<Job> checked(List<Job> jobs) throws UsageException {
        Set<Path> targets = new HashSet<>();
        for (Job job : jobs) {
            Path target = job.target();
            if (target == null) {
                continue;
            }
            Path folder = target.toAbsolutePath().getParent();
            if (folder != null && !Files.isDirectory(folder)) {
                throw new UsageException(target + ": there is no folder " + folder);
            }
            if (!targets.add(target.toAbsolutePath().normalize())) {
                throw new UsageException(target + ": two recordings would be written there");
            }
            refuseInput(target);
        }
        return jobs;
    }

    private void refuseInput(Path target) throws UsageException {
        for (Input input : inputs) {
            if (input instanceof Input.FromFile(Path path) && isSame(path, target)) {
                throw new UsageException(target + ": would overwrite a recording");
            }
        }
    }

    private static boolean isSame(Path recording, Path target) {
        try {
            return Files.exists(target)
                    && Files.exists(recording)
                    && Files.isSameFile(recording, target);
        } catch (IOException e) {
            // one of them cannot even be looked at: neither read nor written
            return false;
        }
    }

    /// What the end of a name says about the format; null when nothing.
    static @Nullable TranscriptFormat formatOf(String wanted) {
        int dot = wanted.lastIndexOf('.');
        return dot < 0 ? null : TranscriptFormat.find(wanted.substring(dot + 1)).orElse(null);
    }
}
