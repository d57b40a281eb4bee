package dev.sayso.app.instance;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// A process that has the window, until it is killed.
final class OwnerProcess {

    private OwnerProcess() {}

    static void main(String[] arguments) throws Exception {
        var claimed =
                SingleInstance.claim(
                        Path.of(arguments[0]),
                        request ->
                                new Answer.Refused(
                                        request.command().word() + " " + request.files()));
        System.out.println(claimed.isPresent() ? "mine" : "taken");
        if (claimed.isPresent()) {
            new CountDownLatch(1).await();
        }
    }
}
