package dev.sayso.app.cli;

import dev.sayso.engine.WeightCache;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.ToIntFunction;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// `sayso cache`: what is kept to make the next start faster.
final class CacheCommand {

    private final Terminal terminal;
    private final Path folder;
    private final WeightCache cache;

    /// @param folder where packed weights are kept
    CacheCommand(Terminal terminal, Path folder) {
        this.terminal = terminal;
        this.folder = folder;
        this.cache = new WeightCache(folder);
    }

    /// The command for picocli.
    CommandSpec spec() {
        CommandSpec command =
                Commands.spec(
                        "cache",
                        self -> {
                            throw new ParameterException(
                                    self.commandLine(),
                                    "expected: sayso cache list, or sayso cache clear");
                        });
        command.usageMessage()
                .description(
                        "Models' weights as the kernels read them: written when a model is first"
                                + " opened, so that it opens faster the next time.");
        CommandSpec list = Commands.spec("list", guarded(this::list));
        list.usageMessage().description("Lists the files: precision, size, last use, model.");
        Commands.flag(list, "--json", "As a JSON array.");
        command.addSubcommand("list", list);
        CommandSpec clear = Commands.spec("clear", guarded(_ -> clear()));
        clear.usageMessage().description("Deletes the files. They are written again when needed.");
        command.addSubcommand("clear", clear);
        return command;
    }

    /// What a command does.
    @FunctionalInterface
    private interface Action {
        int run(CommandSpec command) throws IOException;
    }

    private ToIntFunction<CommandSpec> guarded(Action action) {
        return command -> {
            try {
                return action.run(command);
            } catch (IOException e) {
                terminal.err().println("sayso: " + Failures.describe(folder.toString(), e));
                return ExitCode.SOME_FAILED;
            }
        };
    }

    private int list(CommandSpec command) throws IOException {
        boolean json = command.commandLine().getParseResult().hasMatchedOption("--json");
        List<WeightCache.Entry> entries = cache.list();
        print(json ? json(entries) : CacheTable.render(folder, entries, ZoneId.systemDefault()));
        return ExitCode.OK;
    }

    private int clear() throws IOException {
        WeightCache.Cleared cleared = cache.clear();
        print("deleted from " + CacheTable.summary(folder, cleared.deleted()));
        for (WeightCache.Entry kept : cleared.kept()) {
            String file = Names.printable(kept.file().toString());
            terminal.err().println("sayso: " + file + ": cannot be deleted; is it in use?");
        }
        return cleared.kept().isEmpty() ? ExitCode.OK : ExitCode.SOME_FAILED;
    }

    private static String json(List<WeightCache.Entry> entries) {
        ArrayNode array = JsonMapper.shared().createArrayNode();
        for (WeightCache.Entry entry : entries) {
            ObjectNode node = array.addObject();
            node.put("file", entry.file().toString());
            node.put("model", entry.model());
            node.put("precision", entry.precision());
            node.put("bytes", entry.bytes());
            node.put("last_use", entry.lastUse().toString());
        }
        return JsonMapper.shared().writeValueAsString(array) + "\n";
    }

    private void print(String text) {
        new TextOut(terminal.out(), terminal.charset()).print(text);
    }
}
