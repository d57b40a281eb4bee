package dev.sayso.app.desktop;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/// Other programs on the screen of a test: started, looked at, typed into, and ended.
final class XTools implements AutoCloseable {

    private final List<Process> programs = new ArrayList<>();
    private final Path home;

    /// @param home the programs' home folder
    XTools(Path home) {
        this.home = home;
    }

    /// Starts a program that stays.
    Process start(String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
        builder.environment().put("NO_AT_BRIDGE", "1");
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process process = builder.start();
        programs.add(process);
        return process;
    }

    /// Runs a program to its end.
    static byte[] run(String... command) throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("hangs: " + String.join(" ", command));
        }
        return process.getInputStream().readAllBytes();
    }

    static String text(String... command) throws IOException, InterruptedException {
        return new String(run(command), StandardCharsets.UTF_8);
    }

    static void keys(String... keys) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("xdotool"));
        command.addAll(List.of(keys));
        run(command.toArray(String[]::new));
    }

    /// Waits for a window, gives it the focus, and waits until it has it.
    ///
    /// @param by `--class` or `--name`
    /// @return its number
    static String focus(String by, String pattern) throws Exception {
        String[] window = new String[1];
        await(
                pattern,
                () -> {
                    String found = text("xdotool", "search", "--onlyvisible", by, pattern);
                    window[0] = found.lines().reduce("", (_, last) -> last);
                    return !window[0].isEmpty();
                });
        // programs show their window before they can take keys
        Thread.sleep(800);
        // by the window manager, as a person would: Java believes nobody else
        keys("windowactivate", "--sync", window[0]);
        return window[0];
    }

    static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited 20 s for: " + what);
            }
            Thread.sleep(50);
        }
    }

    /// Puts something onto the clipboard; `xclip` stays to hand it out.
    void copy(String selection, String type, Path file) throws Exception {
        start("xclip", "-selection", selection, "-t", type, "-i", file.toString());
        byte[] content = Files.readAllBytes(file);
        await("xclip", () -> Arrays.equals(pasted(selection, type), content));
    }

    static byte[] pasted(String selection, String type) throws IOException, InterruptedException {
        return run("timeout", "5", "xclip", "-o", "-selection", selection, "-t", type);
    }

    static void screenshot(String name) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        run("import", "-window", "root", folder.resolve(name + ".png").toString());
    }

    @Override
    public void close() {
        for (Process program : programs) {
            program.descendants().forEach(ProcessHandle::destroyForcibly);
            program.destroyForcibly().onExit().join();
        }
    }
}
