package dev.sayso.app;

import dev.sayso.app.cli.Cli;
import dev.sayso.app.cli.Places;
import dev.sayso.app.cli.Terminal;
import dev.sayso.app.folders.AppFolders;
import dev.sayso.app.instance.InstanceClient;
import dev.sayso.app.instance.RunFolder;
import dev.sayso.app.media.MediaDecoder;
import dev.sayso.app.models.InstalledModels;
import dev.sayso.app.models.RegisteredFolders;
import dev.sayso.app.models.StarterModel;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The program's entry: everything is constructed and wired here.
final class Main {

    private Main() {}

    static void main(String[] arguments) {
        StopSignal stop = StopSignal.listenFor(Thread.currentThread());
        String system = System.getProperty("os.name");
        AppFolders folders =
                AppFolders.of(System.getenv(), system, Path.of(System.getProperty("user.home")));
        InstalledModels models =
                new InstalledModels(
                        folders.models(),
                        StarterModel.bundled(folders.models()),
                        new RegisteredFolders(folders.registeredModels()));
        MediaDecoder media = new MediaDecoder(folders.decoder());
        boolean windows = system.toLowerCase(Locale.ROOT).startsWith("windows");
        Terminal terminal = Terminal.ofProcess(windows, System.getenv());
        InstanceClient window = new InstanceClient(RunFolder.of(System.getenv(), folders));
        Cli cli = Cli.of(terminal, new Places(models, folders.weights(), media, window), version());
        int code = cli.run(arguments);
        stop.finished();
        System.exit(code);
    }

    /// The POM's version, which the compiler writes into the module's descriptor.
    private static String version() {
        @Nullable ModuleDescriptor module = Main.class.getModule().getDescriptor();
        return module == null ? "development" : module.rawVersion().orElse("development");
    }
}
