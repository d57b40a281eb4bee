package dev.sayso.app.models.download;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A host with one repository, on the loopback, that can be told to misbehave.
public final class FakeHost implements AutoCloseable {

    /// The repository.
    public static final String REPOSITORY = "Some/Model";

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-");

    /// A request as it came.
    ///
    /// @param headers by their names in lower case
    public record Request(String path, Map<String, String> headers) {

        /// The first byte that is wanted.
        public int from() {
            Matcher range = RANGE.matcher(headers.getOrDefault("range", ""));
            return range.matches() ? Integer.parseInt(range.group(1)) : 0;
        }
    }

    /// What is answered instead of the truth.
    @FunctionalInterface
    public interface Trick {
        /// @param content the truth
        void answer(Request request, byte[] content, OutputStream out)
                throws IOException, InterruptedException;
    }

    /// The files, by their names.
    public final Map<String, byte[]> files = new LinkedHashMap<>();

    /// All requests, each as its path, followed by a blank and the first byte when that is not 0.
    public final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    /// What it is called.
    public volatile String repository = REPOSITORY;

    /// The commit.
    public volatile String revision = "a".repeat(40);

    /// The listing, when it is not to be the truth.
    public volatile @Nullable String listing;

    /// The entity tag of all files; empty for none.
    public volatile String tag = "\"one\"";

    private final ServerSocket server;
    private final Map<String, Deque<Trick>> tricks = new HashMap<>();
    private final List<Socket> open = Collections.synchronizedList(new ArrayList<>());

    public FakeHost() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /// A model of five small files; the weights are so many bytes.
    public static FakeHost withModel(int weights) throws IOException {
        FakeHost host = new FakeHost();
        for (String name :
                List.of("config.json", "vocab.json", "merges.txt", "tokenizer_config.json")) {
            host.files.put(name, ("{\"name\": \"" + name + "\"}").getBytes(StandardCharsets.UTF_8));
        }
        byte[] content = new byte[weights];
        for (int i = 0; i < weights; i++) {
            content[i] = (byte) (i * 31 + i / 251);
        }
        host.files.put("model.safetensors", content);
        return host;
    }

    /// What to type as the mirror.
    public String address() {
        return "http://localhost:" + server.getLocalPort();
    }

    /// The next answers to requests whose path ends like this.
    public void next(String end, Trick... next) {
        synchronized (tricks) {
            tricks.computeIfAbsent(end, _ -> new ArrayDeque<>()).addAll(Arrays.asList(next));
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream());
                OutputStream out = socket.getOutputStream()) {
            Request request = read(in);
            int from = request.from();
            requests.add(request.path() + (from == 0 ? "" : " " + from));
            byte[] content = content(request.path());
            Trick trick = trick(request.path());
            if (trick != null) {
                trick.answer(request, content == null ? new byte[0] : content, out);
            } else {
                truth(request, content, out);
            }
            out.flush();
            socket.shutdownOutput();
            // what is still unread would make the system cut our answer short
            in.skip(Long.MAX_VALUE);
        } catch (IOException e) {
            // the client has gone away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Request read(InputStream in) throws IOException {
        String[] first = line(in).split(" ", -1);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            headers.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Request(first.length < 2 ? "" : first[1], headers);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    private byte @Nullable [] content(String path) {
        if (path.equals("/api/models/" + repository + "/revision/main")) {
            return ("{\"sha\": \"" + revision + "\"}").getBytes(StandardCharsets.UTF_8);
        }
        if (path.equals("/api/models/" + repository + "/tree/" + revision + "?recursive=true")) {
            String lie = listing;
            return (lie == null ? listing() : lie).getBytes(StandardCharsets.UTF_8);
        }
        String before = "/" + repository + "/resolve/" + revision + "/";
        return path.startsWith(before) ? files.get(path.substring(before.length())) : null;
    }

    private @Nullable Trick trick(String path) {
        synchronized (tricks) {
            for (Map.Entry<String, Deque<Trick>> entry : tricks.entrySet()) {
                if (path.endsWith(entry.getKey()) && !entry.getValue().isEmpty()) {
                    return entry.getValue().removeFirst();
                }
            }
            return null;
        }
    }

    private void truth(Request request, byte @Nullable [] content, OutputStream out)
            throws IOException {
        if (content == null) {
            head(out, "404 Not Found", "Content-Length: 0");
            return;
        }
        int from = request.from();
        String same = request.headers().get("if-range");
        if (from > 0 && (same == null || same.equals(tag))) {
            if (from >= content.length) {
                head(out, "416 Range Not Satisfiable", "Content-Length: 0");
                return;
            }
            head(
                    out,
                    "206 Partial Content",
                    "Content-Length: " + (content.length - from),
                    tag.isEmpty() ? "X: y" : "ETag: " + tag,
                    "Content-Range: bytes "
                            + from
                            + "-"
                            + (content.length - 1)
                            + "/"
                            + content.length);
            out.write(content, from, content.length - from);
            return;
        }
        head(
                out,
                "200 OK",
                "Content-Length: " + content.length,
                tag.isEmpty() ? "X: y" : "ETag: " + tag);
        out.write(content);
    }

    /// Writes a status line and headers.
    public static void head(OutputStream out, String status, String... headers) throws IOException {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status);
        for (String header : headers) {
            head.append("\r\n").append(header);
        }
        out.write((head + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /// The true listing; every other file is one of Git's, the rest large files.
    public String listing() {
        ArrayNode list = JsonMapper.shared().createArrayNode();
        list.addObject().put("type", "directory").put("path", "images");
        list.addObject().put("type", "file").put("path", "images/x.png").put("size", 5);
        list.addObject().put("type", "file").put("path", "README.md").put("size", 5);
        files.forEach(
                (name, content) -> {
                    ObjectNode node = list.addObject().put("type", "file").put("path", name);
                    node.put("size", content.length).put("oid", gitBlob(content));
                    if (name.endsWith(".safetensors")) {
                        ObjectNode large = node.putObject("lfs");
                        large.put("oid", sum("SHA-256", content)).put("size", content.length);
                        node.put("size", content.length);
                    }
                });
        return list.toString();
    }

    private static String gitBlob(byte[] content) {
        byte[] head = ("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII);
        return sum("SHA-1", head, content);
    }

    private static String sum(String algorithm, byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance(algorithm);
            for (byte[] part : parts) {
                digest.update(part);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        synchronized (open) {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }
}
