package dev.sayso.engine.broken.kernel;

import java.util.concurrent.locks.LockSupport;

/// Not broken: this one may have threads and make them wait.
final class Workers {
    private Workers() {}

    static Thread startsThread() {
        return Thread.ofPlatform().start(() -> new Team().waits());
    }

    static final class Team {
        void waits() {
            LockSupport.park(Thread.startVirtualThread(() -> {}));
        }
    }
}
