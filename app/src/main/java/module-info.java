/// The desktop app and the command line.
@org.jspecify.annotations.NullMarked
module dev.sayso.app {
    requires dev.sayso.engine;
    // the microphone; only that package touches it
    requires java.desktop;
    requires info.picocli;
    requires tools.jackson.databind;
    requires static transitive org.jspecify;
}
