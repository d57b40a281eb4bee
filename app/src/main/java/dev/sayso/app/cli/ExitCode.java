package dev.sayso.app.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/// What the process says when it ends.
final class ExitCode {

    static final int OK = 0;
    static final int SOME_FAILED = 1;
    static final int USAGE = 2;
    static final int MODEL = 3;
    static final int NOT_RUNNING = 4;
    static final int INTERNAL = 70;
    static final int INTERRUPTED = 130;

    /// What a shell reports for a program that a closed pipe ended (128 + SIGPIPE).
    static final int CLOSED_PIPE = 141;

    private ExitCode() {}

    /// For the help, in order.
    static Map<String, String> described() {
        Map<String, String> codes = new LinkedHashMap<>();
        codes.put(" " + OK, "all went well");
        codes.put(" " + SOME_FAILED, "a recording could not be read, or a result not written");
        codes.put(" " + USAGE, "the command line was wrong");
        codes.put(" " + MODEL, "the model could not be found or opened");
        codes.put(" " + NOT_RUNNING, "the window is not running");
        codes.put(" " + INTERNAL, "a fault in the program itself");
        codes.put(INTERRUPTED + "", "interrupted (143 when terminated)");
        codes.put(CLOSED_PIPE + "", "nobody reads standard output any more");
        return codes;
    }
}
