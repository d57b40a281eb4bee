/// The desktop app and the command line.
///
/// What only the window needs is `static`: the command line starts without these modules, which
/// takes half the time; the launcher adds them for the window.
@org.jspecify.annotations.NullMarked
module dev.sayso.app {
    requires dev.sayso.engine;
    // the microphone; in the window the tray, and the dialog when it cannot start
    requires java.desktop;
    // media
    requires org.bytedeco.ffmpeg;
    requires org.bytedeco.javacpp;
    requires info.picocli;
    requires tools.jackson.databind;
    // when the process started
    requires java.management;
    // how much memory there is
    requires jdk.management;
    // logs
    requires java.logging;

    // the window
    requires static atlantafx.base;
    requires static javafx.controls;
    requires static org.kordamp.ikonli.core;
    requires static org.kordamp.ikonli.feather;
    requires static org.kordamp.ikonli.javafx;
    requires static com.formdev.flatlaf;
    requires static com.github.kwhat.jnativehook;
    // its history
    requires static java.sql;
    requires static org.xerial.sqlitejdbc;
    // its downloads
    requires java.net.http;
    requires static transitive org.jspecify;
}
