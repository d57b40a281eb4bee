import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/// A screen to open the window on while packages are made: one that nobody sees if Xvfb is there,
/// else the one at hand.
///
/// @param display the value of `DISPLAY`
/// @param server to be ended; empty when the screen was there before
record Screen(String display, Optional<Process> server) implements AutoCloseable {

    /// @return empty when there is none
    static Optional<Screen> find() throws IOException {
        Optional<Screen> own = start();
        if (own.isPresent()) {
            return own;
        }
        String display = System.getenv().getOrDefault("DISPLAY", "");
        return display.isBlank()
                ? Optional.empty()
                : Optional.of(new Screen(display, Optional.empty()));
    }

    private static Optional<Screen> start() throws IOException {
        Process server;
        try {
            server =
                    new ProcessBuilder(
                                    "Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24",
                                    "-nolisten", "tcp")
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
        } catch (IOException e) {
            // not installed
            return Optional.empty();
        }
        BufferedReader says =
                new BufferedReader(
                        new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String number = says.readLine();
        return number == null
                ? Optional.empty()
                : Optional.of(new Screen(":" + number, Optional.of(server)));
    }

    /// Makes a process show its window here and nowhere else.
    void showIn(Map<String, String> environment) {
        if (server.isPresent()) {
            environment.remove("WAYLAND_DISPLAY");
            environment.remove("XDG_SESSION_TYPE");
            environment.remove("XAUTHORITY");
        }
        environment.put("DISPLAY", display);
    }

    @Override
    public void close() {
        server.ifPresent(Process::destroy);
    }
}
