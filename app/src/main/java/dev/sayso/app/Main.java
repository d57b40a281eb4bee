package dev.sayso.app;

import dev.sayso.app.cli.Cli;
import dev.sayso.app.cli.EarlyWarming;
import dev.sayso.app.cli.Places;
import dev.sayso.app.cli.Terminal;
import dev.sayso.app.folders.AppFolders;
import dev.sayso.app.instance.InstanceClient;
import dev.sayso.app.instance.RunFolder;
import dev.sayso.app.media.MediaDecoder;
import dev.sayso.app.models.InstalledModels;
import dev.sayso.app.models.RegisteredFolders;
import dev.sayso.app.models.StarterModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The program's entry: the window, or the command line.
final class Main {

    private Main() {}

    static void main(String[] arguments) throws InterruptedException {
        Surrounding surrounding = Surrounding.ofProcess();
        AppFolders folders = surrounding.folders();
        Services.Machine machine =
                new Services.Machine(
                        folders,
                        new InstalledModels(
                                folders.models(),
                                StarterModel.bundled(folders.models()),
                                new RegisteredFolders(folders.registeredModels())),
                        new MediaDecoder(folders.decoder()));
        boolean windowIsHere = ModuleLayer.boot().findModule("javafx.controls").isPresent();
        Optional<WindowArguments> window =
                windowIsHere ? WindowArguments.ofWindow(arguments) : WindowArguments.of(arguments);
        int code;
        if (window.isEmpty()) {
            code = command(surrounding, machine, arguments);
        } else if (windowIsHere) {
            code =
                    new WindowStart(
                                    surrounding,
                                    machine,
                                    line -> System.err.println("sayso: " + line))
                            .run(window.get());
        } else {
            code = byItsOwnLauncher(arguments);
        }
        System.exit(code);
    }

    private static int command(
            Surrounding surrounding, Services.Machine machine, String[] arguments) {
        // first of all: whatever takes time from here on is time to compile in
        EarlyWarming warming = EarlyWarming.begin(arguments, machine.folders().weights());
        StopSignal stop = StopSignal.listenFor(Thread.currentThread());
        boolean windows = surrounding.system().toLowerCase(Locale.ROOT).startsWith("windows");
        Terminal terminal = Terminal.ofProcess(windows, surrounding.environment());
        InstanceClient window =
                new InstanceClient(RunFolder.of(surrounding.environment(), machine.folders()));
        Places places =
                new Places(machine.models(), machine.folders().weights(), machine.media(), window);
        int code = Cli.of(terminal, places, warming, Surrounding.version()).run(arguments);
        warming.close();
        stop.finished();
        return code;
    }

    /// A packaged command line is started without the window's libraries; the launcher that has
    /// them lies beside it.
    private static int byItsOwnLauncher(String[] arguments) throws InterruptedException {
        Optional<Path> window =
                ProcessHandle.current()
                        .info()
                        .command()
                        .map(program -> beside(Path.of(program)))
                        .filter(Files::isExecutable);
        if (window.isEmpty()) {
            System.err.println(
                    "sayso: the window's libraries are not here (see lib/window.options)");
            return 1;
        }
        List<String> command = new ArrayList<>();
        command.add(window.get().toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        // by this a packaged launcher would take our arguments for its own JVM's
        builder.environment().remove("_JPACKAGE_LAUNCHER");
        try {
            return builder.start().waitFor();
        } catch (IOException e) {
            System.err.println("sayso: " + e.getMessage());
            return 1;
        }
    }

    private static Path beside(Path program) {
        String name = program.getFileName().toString();
        return program.resolveSibling(name.replaceFirst("^sayso", "sayso-window"));
    }
}
