/// The desktop app and the command line.
@org.jspecify.annotations.NullMarked
module dev.sayso.app {
    requires dev.sayso.engine;
    // the microphone; only that package touches it
    requires java.desktop;
    requires info.picocli;
    requires tools.jackson.databind;
    // when the process started
    requires java.management;
    requires static transitive org.jspecify;
}
