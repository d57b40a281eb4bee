package dev.sayso.app.desktop;

/// What a person can send to those who can help.
///
/// @param details the version, the system, and where it broke; never what was spoken
public record CrashReport(String details) {

    /// @param version of the program
    /// @param system see [SystemFacts#summary()]
    /// @param home the user's folder, which is left out
    public static CrashReport of(Throwable thrown, String version, String system, String home) {
        return new CrashReport(
                "Sayso " + version + "\n" + system + "\n" + SafeTrace.of(thrown, home));
    }
}
