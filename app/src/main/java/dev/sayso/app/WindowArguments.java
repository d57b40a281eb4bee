package dev.sayso.app;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the window is to do when it opens: `sayso`, or `sayso open [--hidden] [FILE…]`.
///
/// @param hidden whether it only waits in the tray
/// @param files to be transcribed, absolute
record WindowArguments(boolean hidden, List<Path> files) {

    /// What the window's own launcher asks: it can be given files alone, as a system does that
    /// opens a file with its program.
    static Optional<WindowArguments> ofWindow(String... arguments) {
        boolean filesAlone =
                arguments.length > 0
                        && !arguments[0].equals("open")
                        && !arguments[0].startsWith("-");
        if (!filesAlone) {
            return of(arguments);
        }
        List<String> words = new ArrayList<>(List.of("open", "--"));
        words.addAll(List.of(arguments));
        return of(words.toArray(String[]::new));
    }

    /// What a command line asks of the window; empty when it asks something else, or is not
    /// understood, which the command line then says.
    static Optional<WindowArguments> of(String... arguments) {
        if (arguments.length == 0) {
            return Optional.of(new WindowArguments(false, List.of()));
        }
        if (!arguments[0].equals("open")) {
            return Optional.empty();
        }
        boolean hidden = false;
        boolean options = true;
        List<Path> files = new ArrayList<>();
        for (String argument : List.of(arguments).subList(1, arguments.length)) {
            if (options && argument.equals("--hidden")) {
                hidden = true;
            } else if (options && argument.equals("--")) {
                options = false;
            } else if (options && argument.startsWith("-")) {
                return Optional.empty();
            } else {
                try {
                    files.add(Path.of(argument).toAbsolutePath().normalize());
                } catch (InvalidPathException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new WindowArguments(hidden, files));
    }
}
