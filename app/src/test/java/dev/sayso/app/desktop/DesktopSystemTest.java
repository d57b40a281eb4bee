package dev.sayso.app.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sayso.app.desktop.DesktopSystem.Os;
import dev.sayso.app.desktop.DesktopSystem.Session;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DesktopSystemTest {

    private static Session session(String... environment) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < environment.length; i += 2) {
            map.put(environment[i], environment[i + 1]);
        }
        return DesktopSystem.of(map, "Linux").session();
    }

    @Test
    void theSessionIsKnownFromTheEnvironment() {
        assertThat(session()).isEqualTo(Session.NONE);
        assertThat(session("DISPLAY", ":0")).isEqualTo(Session.X11);
        assertThat(session("DISPLAY", ":0", "XDG_SESSION_TYPE", "x11")).isEqualTo(Session.X11);
        assertThat(session("DISPLAY", ":0", "WAYLAND_DISPLAY", "wayland-0"))
                .isEqualTo(Session.WAYLAND);
        assertThat(session("DISPLAY", ":0", "XDG_SESSION_TYPE", "wayland"))
                .isEqualTo(Session.WAYLAND);
        assertThat(
                        session(
                                "DISPLAY",
                                ":0",
                                "WAYLAND_DISPLAY",
                                "wayland-0",
                                "XDG_SESSION_TYPE",
                                "x11"))
                .isEqualTo(Session.X11);
        assertThat(session("XDG_SESSION_TYPE", "tty")).isEqualTo(Session.NONE);
    }

    @Test
    void otherSystemsHaveOneWay() {
        assertThat(DesktopSystem.of(Map.of("DISPLAY", ":0"), "Windows 11"))
                .isEqualTo(new DesktopSystem(Os.WINDOWS, Session.NATIVE, ""));
        assertThat(DesktopSystem.of(Map.of(), "Mac OS X"))
                .isEqualTo(new DesktopSystem(Os.MAC, Session.NATIVE, ""));
        assertThat(DesktopSystem.of(Map.of("XDG_CURRENT_DESKTOP", "KDE"), "Linux").name())
                .isEqualTo("KDE");
    }
}
