package dev.sayso.app.instance;

/// Does what was asked.
@FunctionalInterface
public interface RequestHandler {

    /// Called on a thread of its own, several at once; is to answer within two seconds.
    Answer handle(Request request);
}
