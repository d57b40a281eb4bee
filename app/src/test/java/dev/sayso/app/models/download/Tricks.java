package dev.sayso.app.models.download;

import dev.sayso.app.models.download.FakeHost.Trick;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/// Ways for a server to be wrong.
public final class Tricks {

    private Tricks() {}

    /// Sends the right head, some of the right bytes, and ends.
    public static Trick dropAfter(int bytes) {
        return (request, content, out) -> {
            int n = right(request, content, out, bytes);
            out.write(content, request.from(), n);
        };
    }

    /// The same, but the connection stays open and silent.
    public static Trick stallAfter(int bytes) {
        return (request, content, out) -> {
            int n = right(request, content, out, bytes);
            out.write(content, request.from(), n);
            out.flush();
            Thread.sleep(60_000);
        };
    }

    /// Says nothing at all.
    public static Trick silence() {
        return (_, _, _) -> Thread.sleep(60_000);
    }

    /// The right number of wrong bytes.
    public static Trick wrongBytes() {
        return (request, content, out) -> {
            int n = right(request, content, out, Integer.MAX_VALUE);
            byte[] wrong = Arrays.copyOfRange(content, request.from(), request.from() + n);
            wrong[n / 2] ^= 1;
            out.write(wrong);
        };
    }

    /// A body of another length, and a head that says so.
    public static Trick lengthOff(int by) {
        return (_, content, out) -> {
            int n = Math.max(content.length + by, 0);
            FakeHost.head(out, "200 OK", "Content-Length: " + n);
            out.write(Arrays.copyOf(content, n));
        };
    }

    /// A body without a stated length that is longer or shorter than it should be.
    public static Trick unstatedLengthOff(int by) {
        return (request, content, out) -> {
            if (request.from() > 0) {
                FakeHost.head(
                        out,
                        "206 Partial Content",
                        "Content-Range: bytes "
                                + request.from()
                                + "-"
                                + (content.length - 1)
                                + "/"
                                + content.length);
            } else {
                FakeHost.head(out, "200 OK");
            }
            out.write(
                    Arrays.copyOfRange(
                            content,
                            request.from(),
                            Math.max(content.length + by, request.from())));
        };
    }

    /// All of it, whatever part is wanted.
    public static Trick wholeInsteadOfPart() {
        return (_, content, out) -> {
            FakeHost.head(out, "200 OK", "Content-Length: " + content.length);
            out.write(content);
        };
    }

    /// A part, but not the one that is wanted.
    public static Trick otherPart() {
        return (request, content, out) -> {
            int from = Math.max(request.from() - 1, 0);
            FakeHost.head(
                    out,
                    "206 Partial Content",
                    "Content-Range: bytes "
                            + from
                            + "-"
                            + (content.length - 1)
                            + "/"
                            + content.length);
            out.write(content, from, content.length - from);
        };
    }

    /// A status and nothing else.
    public static Trick status(int code, String... headers) {
        return (_, _, out) -> {
            String[] all = Arrays.copyOf(headers, headers.length + 1);
            all[headers.length] = "Content-Length: 0";
            FakeHost.head(out, code + " Because", all);
        };
    }

    /// Sends the client elsewhere.
    public static Trick redirect(String location) {
        return status(302, "Location: " + location);
    }

    /// The truth, a few bytes at a time.
    public static Trick slowly(int pieces) {
        return (request, content, out) -> {
            int n = right(request, content, out, Integer.MAX_VALUE);
            for (int i = 0; i < pieces; i++) {
                int start = request.from() + n * i / pieces;
                out.write(content, start, request.from() + n * (i + 1) / pieces - start);
                out.flush();
                Thread.sleep(2);
            }
        };
    }

    /// Sends the right head; says how many of the rest's bytes may follow.
    private static int right(FakeHost.Request request, byte[] content, OutputStream out, int most)
            throws IOException {
        int from = Math.min(request.from(), content.length);
        int rest = content.length - from;
        if (from > 0) {
            FakeHost.head(
                    out,
                    "206 Partial Content",
                    "Content-Length: " + rest,
                    "Content-Range: bytes "
                            + from
                            + "-"
                            + (content.length - 1)
                            + "/"
                            + content.length);
        } else {
            FakeHost.head(out, "200 OK", "Content-Length: " + rest, "ETag: \"one\"");
        }
        return Math.min(rest, most);
    }
}
