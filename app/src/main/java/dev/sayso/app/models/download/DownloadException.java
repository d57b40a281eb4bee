package dev.sayso.app.models.download;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Why a model did not arrive. What had arrived is kept.
public final class DownloadException extends IOException {

    private static final long serialVersionUID = 1;

    /// What kind of trouble it is; each has words of its own in the window.
    public enum Reason {
        /// The host cannot be reached.
        OFFLINE(true),
        /// The connection broke off, again and again.
        DROPPED(true),
        /// Nothing arrived for a long time.
        STALLED(true),
        /// The host says it is in trouble.
        SERVER(true),
        /// The host wants fewer requests.
        BUSY(true),
        /// The host does not have it.
        NOT_FOUND(false),
        /// The host wants to know who asks.
        REFUSED(false),
        /// A proxy wants to know who asks.
        PROXY(false),
        /// Nobody vouches for the host.
        CERTIFICATE(false),
        /// The host sends us in circles, or out of `https`.
        REDIRECT(false),
        /// The list of files makes no sense.
        LISTING(false),
        /// A file has another length than the list says.
        LENGTH(false),
        /// A file has other bytes than the list says.
        CHECKSUM(false),
        /// The disk is full, or would be.
        DISK_FULL(false),
        /// A file cannot be written.
        DISK(false),
        /// Another program is at it.
        ELSEWHERE(false),
        /// There is a model of this name.
        EXISTS(false),
        /// The mirror's address is none.
        ADDRESS(false);

        private final boolean passing;

        Reason(boolean passing) {
            this.passing = passing;
        }

        /// Whether trying again may help.
        public boolean passing() {
            return passing;
        }
    }

    private final Reason reason;
    private final transient @Nullable Duration retryAfter;

    DownloadException(Reason reason, String message) {
        this(reason, message, null, null);
    }

    DownloadException(Reason reason, String message, @Nullable Throwable cause) {
        this(reason, message, cause, null);
    }

    /// @param retryAfter what the host asks for; null when it does not
    DownloadException(
            Reason reason,
            String message,
            @Nullable Throwable cause,
            @Nullable Duration retryAfter) {
        super(message, cause);
        this.reason = reason;
        this.retryAfter = retryAfter;
    }

    /// One from outside this package.
    public static DownloadException of(Reason reason, String message, Throwable cause) {
        return new DownloadException(reason, message, cause);
    }

    /// What kind of trouble it is.
    public Reason reason() {
        return reason;
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
