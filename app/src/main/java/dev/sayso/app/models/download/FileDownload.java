package dev.sayso.app.models.download;

import dev.sayso.app.models.ModelFile;
import dev.sayso.app.models.download.DownloadException.Reason;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Fetches one file until it is complete and right, or there is no use in trying.
final class FileDownload {

    private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d{1,18}|\\*)");

    private final HttpAccess access;
    private final DownloadLimits limits;
    private final Surroundings surroundings;
    private final ProgressMeter meter;

    FileDownload(
            HttpAccess access,
            DownloadLimits limits,
            Surroundings surroundings,
            ProgressMeter meter) {
        this.access = access;
        this.limits = limits;
        this.surroundings = surroundings;
        this.meter = meter;
    }

    /// @param folder where its part is, and where it is put
    void fetch(ModelFile file, URI address, Path folder) throws IOException, InterruptedException {
        meter.file(file.name(), file.bytes());
        try (PartFile part = new PartFile(file, folder, surroundings)) {
            if (!part.isThere(meter)) {
                part.open(meter);
                fetch(file, address, part);
            }
        }
        meter.fileDone();
    }

    private void fetch(ModelFile file, URI address, PartFile part)
            throws IOException, InterruptedException {
        Patience patience = new Patience(limits, surroundings, meter);
        boolean secondTry = false;
        while (true) {
            long reached = part.length();
            try {
                while (part.length() < file.bytes()) {
                    attempt(file, address, part);
                }
                part.finish();
                return;
            } catch (DownloadException e) {
                reached = Math.max(reached, part.length());
                if (Patience.isOfContent(e) && !secondTry) {
                    // perhaps the part was spoilt, or a server in between has a bad copy
                    secondTry = true;
                    part.restart();
                } else {
                    patience.afterFailure(e, reached);
                }
            }
        }
    }

    private void attempt(ModelFile file, URI address, PartFile part)
            throws IOException, InterruptedException {
        long from = part.length();
        try (HttpAccess.Answer answer = access.get(address, from, from > 0 ? part.tag() : null)) {
            long start = start(file, answer, from);
            checkLength(file, answer.headers(), start);
            if (start == 0 && from > 0) {
                part.restart();
            }
            if (start == 0) {
                part.tag(strongTag(answer.headers()));
            }
            copy(answer.body(), part);
        }
        if (part.length() < file.bytes()) {
            throw new DownloadException(
                    Reason.DROPPED,
                    file.name()
                            + ": expected "
                            + file.bytes()
                            + " bytes, found the end after "
                            + part.length());
        }
    }

    /// Where the answer's first byte belongs.
    private static long start(ModelFile file, HttpAccess.Answer answer, long from)
            throws DownloadException {
        if (answer.status() == 200) {
            // also when the server does not do parts, or has another version now
            return 0;
        }
        Matcher range =
                RANGE.matcher(answer.headers().firstValue("Content-Range").orElse("").strip());
        boolean fits =
                answer.status() == 206
                        && from > 0
                        && range.matches()
                        && Long.parseLong(range.group(1)) == from
                        && (range.group(2).equals("*")
                                || Long.parseLong(range.group(2)) == file.bytes());
        if (!fits) {
            throw new DownloadException(
                    Reason.LENGTH,
                    file.name()
                            + ": expected bytes "
                            + from
                            + " to "
                            + file.bytes()
                            + ", found status "
                            + answer.status()
                            + ", "
                            + answer.headers().firstValue("Content-Range").orElse("no range"));
        }
        return from;
    }

    private static void checkLength(ModelFile file, HttpHeaders headers, long start)
            throws DownloadException {
        String stated = headers.firstValue("Content-Length").orElse("");
        if (!stated.isEmpty() && !stated.equals(String.valueOf(file.bytes() - start))) {
            throw new DownloadException(
                    Reason.LENGTH,
                    file.name()
                            + ": expected "
                            + (file.bytes() - start)
                            + " bytes, found a Content-Length of "
                            + stated);
        }
    }

    /// A weak tag says that files are alike, which is not enough to put two parts together.
    private static @Nullable String strongTag(HttpHeaders headers) {
        String tag = headers.firstValue("ETag").orElse("").strip();
        return tag.matches("\"[!-~&&[^\"]]{1,200}\"") ? tag : null;
    }

    private void copy(PulledBody body, PartFile part) throws IOException, InterruptedException {
        for (List<ByteBuffer> piece = body.next(limits.stall(), meter::idle);
                piece != null;
                piece = body.next(limits.stall(), meter::idle)) {
            for (ByteBuffer bytes : piece) {
                int n = bytes.remaining();
                part.write(bytes);
                meter.fetched(n, part.length());
            }
        }
    }
}
