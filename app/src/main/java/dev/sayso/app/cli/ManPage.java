package dev.sayso.app.cli;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The manual page, made of what the commands say of themselves.
///
/// The format is man(7)'s; picocli's own generator writes AsciiDoc, which would need another tool.
final class ManPage {

    private final StringBuilder page = new StringBuilder();

    private ManPage() {}

    /// @param root the whole command line
    static String of(CommandSpec root, String version) {
        ManPage page = new ManPage();
        page.line(".TH SAYSO 1 \"\" \"" + escaped("sayso " + version) + "\" \"\"");
        page.line(".SH NAME");
        page.line("sayso \\- dictation and transcription on this computer only");
        page.line(".SH SYNOPSIS");
        for (Map.Entry<String, CommandLine> entry : root.subcommands().entrySet()) {
            if (!isHidden(entry.getValue())) {
                page.line(".B sayso " + escaped(entry.getKey()));
                page.line("[\\fIoptions\\fR]");
                page.line(".br");
            }
        }
        page.line(".SH DESCRIPTION");
        page.paragraph(root.usageMessage().description());
        page.line(".SH COMMANDS");
        for (CommandLine command : root.subcommands().values()) {
            if (!isHidden(command)) {
                page.command(command.getCommandSpec());
            }
        }
        return page.page.toString();
    }

    private static boolean isHidden(CommandLine command) {
        return command.getCommandSpec().usageMessage().hidden();
    }

    private void command(CommandSpec command) {
        line(".SS " + escaped(command.qualifiedName(" ")));
        paragraph(command.usageMessage().description());
        for (PositionalParamSpec parameter : command.positionalParameters()) {
            if (!parameter.hidden()) {
                item(parameter.paramLabel(), parameter.description());
            }
        }
        for (OptionSpec option : command.options()) {
            if (!option.hidden()) {
                String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
                item(String.join(", ", option.names()) + value, option.description());
            }
        }
        for (CommandLine sub : command.subcommands().values()) {
            if (!isHidden(sub)) {
                command(sub.getCommandSpec());
            }
        }
    }

    private void item(String name, String... description) {
        line(".TP");
        line(".B " + escaped(name));
        paragraph(description);
    }

    private void paragraph(String... lines) {
        for (String text : lines) {
            // as picocli reads descriptions
            String plain = Ansi.OFF.string(text).replace("%n", " ").replace("%%", "%");
            line(plain.isBlank() ? ".PP" : escaped(plain.strip()));
        }
    }

    /// A line that begins with a dot or an apostrophe would be a request.
    private static String escaped(String text) {
        String safe = text.replace("\\", "\\e").replace("-", "\\-");
        return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
