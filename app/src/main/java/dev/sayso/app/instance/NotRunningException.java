package dev.sayso.app.instance;

import java.io.IOException;

/// Nobody listens: the window is not open.
public final class NotRunningException extends IOException {

    private static final long serialVersionUID = 1;

    NotRunningException() {
        super("the window is not running");
    }
}
