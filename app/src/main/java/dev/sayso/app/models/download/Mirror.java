package dev.sayso.app.models.download;

import dev.sayso.app.models.download.DownloadException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where models are downloaded from: Hugging Face, or a server with the same addresses.
///
/// @param base without a slash at its end
public record Mirror(String base) {

    /// The usual one.
    public static final String USUAL = "https://huggingface.co";

    /// The one a user has typed; nothing means the usual one.
    ///
    /// @throws DownloadException when that is no address
    public static Mirror of(String typed) throws DownloadException {
        String address = typed.strip();
        while (address.endsWith("/")) {
            address = address.substring(0, address.length() - 1);
        }
        if (address.isEmpty()) {
            return new Mirror(USUAL);
        }
        try {
            URI uri = new URI(address);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            if (web
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null) {
                return new Mirror(address);
            }
        } catch (URISyntaxException e) {
            throw unusable(typed, e);
        }
        throw unusable(typed, null);
    }

    private static DownloadException unusable(String typed, @Nullable URISyntaxException cause) {
        return new DownloadException(
                Reason.ADDRESS,
                "mirror: expected an address such as https://models.example.org, found: " + typed,
                cause);
    }

    /// Which commit a repository is at.
    URI head(String repository) {
        return URI.create(base + "/api/models/" + repository + "/revision/main");
    }

    /// Which files a commit has.
    URI tree(String repository, String revision) {
        return URI.create(
                base + "/api/models/" + repository + "/tree/" + revision + "?recursive=true");
    }

    /// A file.
    URI file(String repository, String revision, String name) {
        return URI.create(base + "/" + repository + "/resolve/" + revision + "/" + name);
    }
}
