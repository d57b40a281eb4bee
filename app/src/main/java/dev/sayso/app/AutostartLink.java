package dev.sayso.app;

import dev.sayso.app.desktop.Autostart;
import dev.sayso.app.settings.Settings.General;
import dev.sayso.app.settings.SettingsModel;
import dev.sayso.app.ui.Background;
import dev.sayso.app.ui.Messages;
import dev.sayso.app.ui.Toasts;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Has the desktop start the program when the settings say so, as soon as they do.
final class AutostartLink {

    private final SettingsModel settings;
    private final Surrounding surrounding;

    private AutostartLink(SettingsModel settings, Surrounding surrounding) {
        this.settings = settings;
        this.surrounding = surrounding;
    }

    static void follow(
            SettingsModel settings,
            Surrounding surrounding,
            Background background,
            Toasts toasts,
            Locale language) {
        AutostartLink link = new AutostartLink(settings, surrounding);
        Messages words = Messages.of(AutostartLink.class, language);
        settings.settings()
                .map(all -> all.general())
                .addListener(
                        (_, was, now) -> {
                            if (concerns(was, now)) {
                                var _ =
                                        background.run(
                                                link::apply,
                                                _ -> {},
                                                failure -> toasts.show(failed(words, failure)));
                            }
                        });
    }

    static boolean concerns(General was, General now) {
        return was.startAtLogin() != now.startAtLogin()
                || (now.startAtLogin() && was.startHidden() != now.startHidden());
    }

    private static String failed(Messages words, Throwable failure) {
        return words.format("autostart.failed", String.valueOf(failure.getMessage()));
    }

    /// One after the other, and each by what holds then: two changes may come in the wrong order.
    private synchronized boolean apply() throws IOException {
        General now = settings.get().general();
        List<String> command = surrounding.startCommand(now.startHidden());
        if (command == null) {
            throw new IOException("not started by a launcher");
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
