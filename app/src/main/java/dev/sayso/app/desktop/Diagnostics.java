package dev.sayso.app.desktop;

import dev.sayso.app.ui.Messages;
import java.util.Locale;
import java.util.Map;

/// Says which way each of the desktop's services goes here, and why; for people to read and to pass
/// on. No word that was spoken is in it.
public final class Diagnostics {

    /// What there is to report on.
    ///
    /// @param version of the program
    /// @param facts see [SystemFacts#of]
    /// @param environment of the process; only what concerns the display is shown
    /// @param hotkey what has become of it
    /// @param canInsert see [TextInserter#canSend()]
    /// @param tray whether there is one
    public record State(
            String version,
            SystemFacts facts,
            Map<String, String> environment,
            HotkeyState hotkey,
            boolean canInsert,
            boolean tray) {}

    private final Messages words;
    private final DesktopSystem system;

    /// @param language of the sentences; facts are in English
    public Diagnostics(Locale language, DesktopSystem system) {
        this.words = Messages.of(Diagnostics.class, language);
        this.system = system;
    }

    /// All of it, line by line.
    public String report(State state) {
        return String.join(
                        "\n",
                        "Sayso " + state.version(),
                        state.facts().summary(),
                        "Desktop: "
                                + system.os()
                                + ", "
                                + system.session()
                                + (system.name().isEmpty() ? "" : ", " + system.name()),
                        "Display: " + SystemFacts.display(state.environment()),
                        "",
                        words.text("diagnostics.hotkey") + " " + hotkey(state.hotkey()),
                        words.text("diagnostics.insert") + " " + insertion(state.canInsert()),
                        words.text("diagnostics.tray")
                                + " "
                                + words.text(state.tray() ? "tray.there" : "tray.missing"))
                + "\n";
    }

    /// One or two sentences on the hotkey, with what to do where it does not work.
    public String hotkey(HotkeyState state) {
        return switch (state) {
            case HotkeyState.Active(Shortcut shortcut, boolean takenToo) ->
                    words.format("hotkey.active", shortcut)
                            + (takenToo ? " " + words.text("hotkey.taken") : "");
            case HotkeyState.Off() -> words.text("hotkey.off");
            case HotkeyState.Unavailable(var reason, String details) ->
                    words.text(key(reason)) + (details.isEmpty() ? "" : " (" + details + ")");
        };
    }

    private static String key(HotkeyState.Reason reason) {
        return switch (reason) {
            case WAYLAND -> "hotkey.wayland";
            case NO_DISPLAY -> "hotkey.no_display";
            case NO_PERMISSION -> "hotkey.no_permission";
            case NO_RECORD_EXTENSION -> "hotkey.no_record";
            case NO_LIBRARY -> "hotkey.no_library";
            case REFUSED -> "hotkey.refused";
        };
    }

    private String insertion(boolean canInsert) {
        return words.text(
                switch (system.session()) {
                    case X11 -> canInsert ? "insert.x11" : "insert.none";
                    case NATIVE -> canInsert ? "insert.native" : "insert.none";
                    case WAYLAND -> "insert.wayland";
                    case NONE -> "insert.none";
                });
    }

    /// One sentence on what has become of a text.
    public String insertion(Insertion insertion) {
        return switch (insertion) {
            case Insertion.Inserted(boolean seen) ->
                    words.text(seen ? "inserted.seen" : "inserted.sent");
            case Insertion.CopiedOnly(var reason) -> words.format("inserted.copied", why(reason));
            case Insertion.Failed(var reason, _) -> words.format("inserted.failed", why(reason));
        };
    }

    private String why(Insertion.Reason reason) {
        return words.text("why." + reason.name().toLowerCase(Locale.ROOT));
    }
}
