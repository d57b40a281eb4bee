package dev.sayso.app.broken.files;

import java.awt.Point;
import java.net.http.HttpClient;
import java.sql.Driver;
import java.sql.DriverManager;
import java.util.Iterator;
import javafx.application.Platform;
import org.bytedeco.javacpp.Pointer;

/// A place that does everything itself.
final class Broken {
    private Broken() {}

    static Point usesAwt() {
        return new Point();
    }

    static Iterator<Driver> asksDatabase() {
        return DriverManager.getDrivers().asIterator();
    }

    static HttpClient callsHome() {
        return HttpClient.newHttpClient();
    }

    static long readsMedia() {
        return Pointer.totalBytes();
    }

    static boolean hops() {
        return Platform.isFxApplicationThread();
    }

    static void knowsModels() {
        dev.sayso.app.broken.models.Broken.opensWindow();
    }
}
