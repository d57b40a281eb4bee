package dev.sayso.app.cli;

import dev.sayso.app.models.InstalledModels;
import dev.sayso.app.models.Model;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `sayso models`: lists them, and downloads others.
final class ModelsCommand {

    private final Terminal terminal;
    private final InstalledModels models;

    ModelsCommand(Terminal terminal, InstalledModels models) {
        this.terminal = terminal;
        this.models = models;
    }

    /// The command for picocli.
    CommandSpec spec() {
        CommandSpec command =
                Commands.spec(
                        "models",
                        self -> {
                            throw new ParameterException(
                                    self.commandLine(),
                                    "expected: sayso models list, or sayso models download NAME");
                        });
        command.usageMessage().description("The models on this machine.");
        CommandSpec list = Commands.spec("list", this::list);
        list.usageMessage().description("Lists the models: name, size, kind, folder.");
        list.addOption(
                OptionSpec.builder("--json").arity("0").description("As a JSON array.").build());
        command.addSubcommand("list", list);
        command.addSubcommand("download", new DownloadCommand(terminal, models).spec());
        return command;
    }

    private int list(CommandSpec command) {
        boolean json = command.commandLine().getParseResult().hasMatchedOption("--json");
        TextOut out = new TextOut(terminal.out(), terminal.charset());
        try {
            List<Model> found = models.list();
            out.print(json ? json(found) : table(found));
            return ExitCode.OK;
        } catch (IOException e) {
            terminal.err().println("sayso: " + Failures.describe("models", e));
            return ExitCode.MODEL;
        }
    }

    private static String table(List<Model> found) {
        int width = found.stream().mapToInt(model -> model.name().length()).max().orElse(0);
        StringBuilder table = new StringBuilder();
        for (Model model : found) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "%-" + (width + 2) + "s%10s  %-9s  %s%s%n",
                            Names.printable(model.name()),
                            Sizes.of(model.bytes()),
                            kind(model),
                            Names.printable(model.folder().toString()),
                            model.problem() == null
                                    ? ""
                                    : "  (" + Names.printable(model.problem()) + ")"));
        }
        return table.toString();
    }

    private static String json(List<Model> found) {
        ArrayNode array = JsonMapper.shared().createArrayNode();
        for (Model model : found) {
            ObjectNode node = array.addObject();
            node.put("name", model.name());
            node.put("folder", model.folder().toString());
            node.put("bytes", model.bytes());
            node.put("kind", kind(model));
            node.put("problem", model.problem());
        }
        return JsonMapper.shared().writeValueAsString(array) + "\n";
    }

    private static String kind(Model model) {
        return model.bundled() ? "bundled" : "installed";
    }
}
