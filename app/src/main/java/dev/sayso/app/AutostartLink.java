package dev.sayso.app;

import dev.sayso.app.desktop.Autostart;
import dev.sayso.app.settings.Settings.General;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Toasts;
import java.util.List;
import java.util.Locale;

/// Has the desktop start the program when the settings say so, as soon as they do.
final class AutostartLink {

    private AutostartLink() {}

    static void follow(
            SettingsModel settings,
            Surrounding surrounding,
            Background background,
            Toasts toasts,
            Locale language) {
        Messages words = Messages.of(AutostartLink.class, language);
        settings.settings()
                .map(all -> all.general())
                .addListener(
                        (_, _, now) -> {
                            var _ =
                                    background.run(
                                            () -> apply(now, surrounding),
                                            _ -> {},
                                            failure ->
                                                    toasts.show(
                                                            words.format(
                                                                    "autostart.failed",
                                                                    String.valueOf(
                                                                            failure
                                                                                    .getMessage()))));
                        });
    }

    private static boolean apply(General now, Surrounding surrounding) throws java.io.IOException {
        List<String> command = surrounding.startCommand(now.startHidden());
        if (command == null) {
            throw new java.io.IOException("not started by a launcher");
        }
        Autostart autostart =
                Autostart.of(
                        surrounding.desktop().os(),
                        surrounding.environment(),
                        surrounding.home(),
                        command);
        if (now.startAtLogin()) {
            autostart.on();
        } else {
            autostart.off();
        }
        return now.startAtLogin();
    }
}
