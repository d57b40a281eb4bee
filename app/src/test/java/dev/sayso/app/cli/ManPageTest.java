package dev.sayso.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class ManPageTest {

    @Test
    void everyCommandAndOptionIsInIt() {
        CommandSpec root = CommandSpec.create().name("sayso");
        CommandSpec transcribe = CommandSpec.create();
        transcribe.usageMessage().description("Writes down what is said.", "", ".wav files only");
        Commands.value(transcribe, "--format", "FORMAT", text -> text, "100%% sure: txt\\srt.");
        Commands.flag(transcribe, "--beside", "Write each result beside its recording.");
        transcribe.addOption(OptionSpec.builder("--secret").hidden(true).build());
        root.addSubcommand("transcribe", transcribe);
        CommandSpec hidden = CommandSpec.create();
        hidden.usageMessage().hidden(true);
        root.addSubcommand("generate", hidden);

        String page = ManPage.of(root, "1.0");

        assertThat(page)
                .startsWith(".TH SAYSO 1 \"\" \"sayso 1.0\"")
                .contains(".B sayso transcribe\n")
                .contains(".SS sayso transcribe\nWrites down what is said.\n.PP\n\\&.wav files")
                .contains(".TP\n.B \\-\\-format FORMAT\n100% sure: txt\\esrt.\n")
                .contains(".B \\-\\-beside\n")
                .doesNotContain("secret", "generate");
    }
}
