package dev.sayso.app.models.download;

import dev.sayso.app.models.download.DownloadException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/// Requests to one mirror and wherever it sends us.
final class HttpAccess implements AutoCloseable {

    private static final int MOST_REDIRECTS = 5;
    private static final int TEMPORARY_REDIRECT = 307;
    private static final int PERMANENT_REDIRECT = 308;

    private final HttpClient client;
    private final DownloadLimits limits;

    HttpAccess(DownloadLimits limits) {
        this.limits = limits;
        // one request after the other: nothing that HTTP/2 would make faster
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(limits.connect())
                        .build();
    }

    /// What a server answered, after redirects.
    ///
    /// @param status 200, 206 or 416
    record Answer(int status, HttpHeaders headers, PulledBody body) implements AutoCloseable {

        @Override
        public void close() {
            body.cancel();
        }
    }

    /// Asks for a resource, or for the rest of it.
    ///
    /// @param from the first byte that is wanted
    /// @param tag the entity tag of the bytes before it; null when none is known
    /// @throws DownloadException when there is no such answer
    Answer get(URI address, long from, @Nullable String tag)
            throws DownloadException, InterruptedException {
        URI at = address;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpResponse<PulledBody> response = send(request(at, from, tag));
            int status = response.statusCode();
            if (status == 200 || status == 206 || status == 416) {
                return new Answer(status, response.headers(), response.body());
            }
            response.body().cancel();
            if (!isRedirect(status)) {
                throw refusal(at, response);
            }
            at = target(at, response.headers().firstValue("Location").orElse(""));
        }
        throw new DownloadException(
                Reason.REDIRECT,
                address + ": expected a file, found more than " + MOST_REDIRECTS + " redirects");
    }

    private static HttpRequest request(URI address, long from, @Nullable String tag) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("User-Agent", "Sayso")
                        .header("Accept-Encoding", "identity");
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
            if (tag != null) {
                request.header("If-Range", tag);
            }
        }
        return request.build();
    }

    private HttpResponse<PulledBody> send(HttpRequest request)
            throws DownloadException, InterruptedException {
        CompletableFuture<HttpResponse<PulledBody>> answer =
                client.sendAsync(request, _ -> new PulledBody());
        try {
            Duration patience = limits.connect().plus(limits.stall());
            return answer.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new DownloadException(
                    Reason.STALLED, request.uri().getHost() + ": no answer in time", e);
        } catch (ExecutionException e) {
            throw failure(request.uri(), e.getCause());
        } finally {
            answer.cancel(true);
        }
    }

    private static DownloadException failure(URI address, @Nullable Throwable cause) {
        String what = address.getHost() + ": " + cause;
        Reason reason =
                switch (cause) {
                    case HttpConnectTimeoutException _ -> Reason.OFFLINE;
                    case ConnectException _ -> Reason.OFFLINE;
                    case UnknownHostException _ -> Reason.OFFLINE;
                    case UnresolvedAddressException _ -> Reason.OFFLINE;
                    case SSLHandshakeException _ -> Reason.CERTIFICATE;
                    case null, default -> what.contains("407") ? Reason.PROXY : Reason.DROPPED;
                };
        return new DownloadException(reason, what, cause);
    }

    private static boolean isRedirect(int status) {
        return status == 301
                || status == 302
                || status == 303
                || status == TEMPORARY_REDIRECT
                || status == PERMANENT_REDIRECT;
    }

    /// Where a redirect leads.
    ///
    /// @throws DownloadException when we do not go there
    static URI target(URI from, String location) throws DownloadException {
        try {
            URI to = from.resolve(location);
            boolean downgrade = !"https".equals(to.getScheme()) && "https".equals(from.getScheme());
            boolean web = "https".equals(to.getScheme()) || "http".equals(to.getScheme());
            if (!location.isBlank() && web && !downgrade && to.getHost() != null) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            throw badRedirect(from, location, e);
        }
        throw badRedirect(from, location, null);
    }

    private static DownloadException badRedirect(
            URI from, String location, @Nullable Throwable cause) {
        return new DownloadException(
                Reason.REDIRECT,
                from + ": expected a redirect to an https address, found: " + location,
                cause);
    }

    private static DownloadException refusal(URI address, HttpResponse<?> response) {
        int status = response.statusCode();
        Reason reason =
                switch (status) {
                    case 401, 403 -> Reason.REFUSED;
                    case 407 -> Reason.PROXY;
                    case 429 -> Reason.BUSY;
                    default -> status >= 500 || status == 408 ? Reason.SERVER : Reason.NOT_FOUND;
                };
        return new DownloadException(
                reason,
                address + ": expected a file, found status " + status,
                null,
                retryAfter(response.headers()));
    }

    private static @Nullable Duration retryAfter(HttpHeaders headers) {
        String value = headers.firstValue("Retry-After").orElse("").strip();
        if (value.matches("[0-9]{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(value));
        }
        try {
            Instant then =
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration wait = Duration.between(Instant.now(), then);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /// All of a small resource.
    ///
    /// @throws DownloadException when it is larger than that, or there is none
    byte[] small(URI address, int largest) throws IOException, InterruptedException {
        try (Answer answer = get(address, 0, null)) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            for (List<ByteBuffer> piece = answer.body().next(limits.stall(), () -> {});
                    piece != null;
                    piece = answer.body().next(limits.stall(), () -> {})) {
                for (ByteBuffer buffer : piece) {
                    byte[] bytes = new byte[buffer.remaining()];
                    buffer.get(bytes);
                    all.write(bytes);
                }
                if (all.size() > largest) {
                    throw new DownloadException(
                            Reason.LISTING,
                            address + ": expected at most " + largest + " bytes, found more");
                }
            }
            return all.toByteArray();
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
