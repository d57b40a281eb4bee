package dev.sayso.app.files;

import java.io.IOException;

/// The model could not be opened; the file is not to blame.
final class ModelFailedException extends IOException {
    private static final long serialVersionUID = 1;

    ModelFailedException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
