package dev.sayso.app.broken;

/// Not broken: this one may print.
public final class Main {
    private Main() {}

    static void prints() {
        IO.println("ready");
    }
}
