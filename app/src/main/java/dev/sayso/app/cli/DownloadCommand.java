package dev.sayso.app.cli;

import dev.sayso.app.models.CatalogueEntry;
import dev.sayso.app.models.InstalledModels;
import dev.sayso.app.models.ModelCatalogue;
import dev.sayso.app.models.download.DownloadException;
import dev.sayso.app.models.download.DownloadException.Reason;
import dev.sayso.app.models.download.DownloadLimits;
import dev.sayso.app.models.download.Mirror;
import dev.sayso.app.models.download.ModelDownload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/// `sayso models download`: fetches a model, or goes on where an interrupt stopped it.
final class DownloadCommand {

    private final Terminal terminal;
    private final InstalledModels models;
    private final ModelCatalogue catalogue = ModelCatalogue.bundled();

    DownloadCommand(Terminal terminal, InstalledModels models) {
        this.terminal = terminal;
        this.models = models;
    }

    /// The command for picocli.
    CommandSpec spec() {
        CommandSpec command = Commands.spec("download", this::download);
        command.usageMessage()
                .description(
                        "Downloads a model and compares it with its host's checksums. Ctrl-C stops;"
                                + " the same command goes on.");
        command.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("NAME")
                        .arity("1")
                        .type(String.class)
                        .description("One of " + names() + ".")
                        .build());
        Commands.value(
                command,
                "--mirror",
                "ADDRESS",
                value -> value,
                "Downloads from there instead of " + Mirror.USUAL + ".");
        return command;
    }

    private String names() {
        return catalogue.entries().stream()
                .filter(entry -> !entry.bundled())
                .map(CatalogueEntry::name)
                .collect(Collectors.joining(", "));
    }

    private int download(CommandSpec command) {
        String name = command.positionalParameters().getFirst().getValue();
        String mirror = command.commandLine().getParseResult().matchedOptionValue("--mirror", "");
        CatalogueEntry entry =
                catalogue
                        .find(name)
                        .filter(found -> !found.bundled())
                        .orElseThrow(
                                () ->
                                        new ParameterException(
                                                command.commandLine(),
                                                name + ": expected one of " + names()));
        ProgressBar bar = new ProgressBar(terminal.err(), terminal.errShown() && terminal.ansi());
        try {
            Path folder =
                    new ModelDownload(models.folder(), () -> mirror, DownloadLimits.usual())
                            .run(
                                    entry.name(),
                                    entry.repository(),
                                    now -> bar.show(entry.name(), now, System.nanoTime()));
            bar.clear();
            String done = entry.name() + "  complete and verified  " + folder + "\n";
            new TextOut(terminal.out(), terminal.charset()).print(done);
            return ExitCode.OK;
        } catch (InterruptedException e) {
            bar.clear();
            terminal.err().println("sayso: stopped; the same command goes on from here");
            return ExitCode.INTERRUPTED;
        } catch (IOException e) {
            bar.clear();
            terminal.err().println("sayso: " + Failures.describe(entry.name(), e) + advice(e));
            return ExitCode.MODEL;
        }
    }

    private static String advice(IOException failure) {
        boolean goesOn =
                failure instanceof DownloadException e
                        && (e.reason().passing() || e.reason() == Reason.DISK_FULL);
        return goesOn ? " (what has arrived is kept; the same command goes on)" : "";
    }
}
