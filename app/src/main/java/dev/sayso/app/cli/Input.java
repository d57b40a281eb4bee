package dev.sayso.app.cli;

import java.nio.file.Path;

/// Where a recording comes from.
sealed interface Input {

    /// A file.
    record FromFile(Path path) implements Input {
        @Override
        public String name() {
            return path.toString();
        }
    }

    /// Standard input.
    record FromStdin() implements Input {
        @Override
        public String name() {
            return "stdin";
        }
    }

    /// A microphone.
    ///
    /// @param device its name or a part of it; empty: the system's choice
    record FromMicrophone(String device) implements Input {
        @Override
        public String name() {
            return "microphone";
        }
    }

    /// What messages call it.
    String name();

    /// The end of its name without the extension, as a result's name begins.
    default String stem() {
        Path file = Path.of(name()).getFileName();
        String whole = file == null ? name() : file.toString();
        int dot = whole.lastIndexOf('.');
        return dot > 0 ? whole.substring(0, dot) : whole;
    }
}
