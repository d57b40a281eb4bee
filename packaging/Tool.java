import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;

/// Runs the JDK's tools, and programs.
final class Tool {

    private Tool() {}

    /// Runs a tool of this JDK, such as `jlink`.
    static void run(String name, List<String> arguments) throws IOException {
        ToolProvider tool =
                ToolProvider.findFirst(name)
                        .orElseThrow(() -> new IOException(name + ": not in this JDK"));
        PrintWriter out = new PrintWriter(System.err, true);
        int code = tool.run(out, out, arguments.toArray(String[]::new));
        if (code != 0) {
            throw new IOException(name + " failed with code " + code + ": " + arguments);
        }
    }

    /// Runs a program in a folder and waits for it; what it prints is shown when it fails.
    static void program(
            Path program, List<String> arguments, Path folder, Map<String, String> environment)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        Process process = builder.directory(folder.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());
        int code = process.waitFor();
        if (code != 0) {
            throw new IOException(command + " ended with code " + code + ":\n" + output);
        }
    }

    /// What a program prints.
    static byte[] output(Path program, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        command.addAll(arguments);
        Process process =
                new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        byte[] output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException(command + " ended with code " + process.exitValue());
        }
        return output;
    }
}
