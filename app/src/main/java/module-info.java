/// The desktop app and the command line.
@org.jspecify.annotations.NullMarked
module dev.sayso.app {
    requires dev.sayso.engine;
    // the window
    requires atlantafx.base;
    requires javafx.controls;
    requires org.kordamp.ikonli.core;
    requires org.kordamp.ikonli.javafx;
    // named here, since a linked image keeps no provider that nobody requires
    requires org.kordamp.ikonli.feather;
    // the microphone, the tray, the dialog when the window cannot start
    requires com.formdev.flatlaf;
    requires java.desktop;
    requires com.github.kwhat.jnativehook;
    // media
    requires org.bytedeco.ffmpeg;
    requires org.bytedeco.javacpp;
    // history
    requires java.sql;
    requires org.xerial.sqlitejdbc;
    // models
    requires java.net.http;
    // logs
    requires java.logging;
    requires info.picocli;
    requires tools.jackson.databind;
    // when the process started
    requires java.management;
    requires static transitive org.jspecify;
}
