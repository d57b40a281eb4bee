package dev.sayso.engine.kernel;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// The team of threads that computes: fork and join over ranges, hundreds of times a token.
///
/// A *region* is a number of items handed out in chunks to whoever comes. The caller takes part,
/// and at the end waits only for workers that have really joined: a worker whose core is busy with
/// another process delays nobody. Idle workers spin for a moment, then sleep. Nothing is
/// allocated for a region.
///
/// One region at a time, always started by the same thread at a time; regions don't nest.
final class Workers implements AutoCloseable {

    /// Work that can be cut into ranges of items.
    interface Task {
        /// Does the items from `from` to `to` (exclusive).
        ///
        /// @param worker 0 for the caller, else this thread's number; for scratch memory
        void run(int from, int to, int worker);
    }

    private static final long SPIN_NANOS = 100_000;

    /// `state` is the region's number in the upper half (even: closed, odd: open) and the next item
    /// in the lower one. Task and sizes change only while it is closed and nobody is active.
    private final AtomicLong state = new AtomicLong();

    private final AtomicInteger active = new AtomicInteger();
    private final AtomicInteger asleep = new AtomicInteger();
    private final Thread[] threads;
    private volatile boolean stopped;
    private @Nullable Task task;
    private int items;
    private int chunk;
    private volatile @Nullable Throwable failure;

    /// A team of `size` threads, the caller being one of them.
    Workers(int size) {
        this(size, Thread.ofPlatform().daemon().name("sayso-worker-", 1).factory());
    }

    /// As above; the other threads are made by `factory`.
    Workers(int size, ThreadFactory factory) {
        threads = new Thread[size - 1];
        for (int i = 0; i < threads.length; i++) {
            int worker = i + 1;
            threads[i] = factory.newThread(() -> work(worker));
            threads[i].start();
        }
    }

    /// Starts a thread that does not keep the process from ending.
    static Thread beside(String name, Runnable work) {
        return Thread.ofPlatform().daemon().name(name).start(work);
    }

    /// Number of threads, the caller's included.
    int size() {
        return threads.length + 1;
    }

    /// Runs all items, in chunks of the given size, and returns when they are done.
    ///
    /// What a task throws, on whichever thread, is thrown here once all have stopped; of several
    /// failures, one.
    void run(int count, int chunkSize, Task work) {
        if (threads.length == 0 || count <= chunkSize) {
            work.run(0, count, 0);
            return;
        }
        task = work;
        items = count;
        chunk = chunkSize;
        long region = (state.get() >>> 32) + 1;
        state.set(region << 32);
        if (asleep.get() != 0) {
            wake();
        }
        try {
            drain(work, region, 0);
        } catch (RuntimeException | Error thrown) {
            // not thrown at once: a worker's failure may not stay behind for the next region
            failure = thrown;
        } finally {
            close(region);
        }
        Throwable thrown = failure;
        if (thrown != null) {
            failure = null;
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        }
    }

    private void close(long region) {
        state.set((region + 1) << 32);
        for (int spins = 0; active.get() != 0; spins++) {
            if (spins < 3_000) {
                Thread.onSpinWait();
            } else {
                LockSupport.parkNanos(10_000);
            }
        }
    }

    /// Takes chunks until none is left.
    private void drain(Task work, long region, int worker) {
        int count = items;
        int step = chunk;
        while (true) {
            long now = state.get();
            int from = (int) now;
            if (now >>> 32 != region || from >= count) {
                return;
            }
            int to = Math.min(count, from + step);
            if (state.compareAndSet(now, (region << 32) | to)) {
                work.run(from, to, worker);
            }
        }
    }

    private void work(int worker) {
        long done = 0;
        long idleSince = System.nanoTime();
        for (int spins = 0; !stopped; spins++) {
            long region = state.get() >>> 32;
            if ((region & 1) == 1 && region != done) {
                join(worker);
                done = region;
                idleSince = System.nanoTime();
            } else if ((spins & 63) == 63 && System.nanoTime() - idleSince > SPIN_NANOS) {
                sleep(region);
                idleSince = System.nanoTime();
            } else {
                Thread.onSpinWait();
            }
        }
    }

    /// Being active first and looking second is what makes it safe: an open region seen here cannot
    /// end, nor its task change, before this thread is done with it.
    private void join(int worker) {
        active.incrementAndGet();
        try {
            long region = state.get() >>> 32;
            Task work = task;
            if ((region & 1) == 1 && work != null) {
                drain(work, region, worker);
            }
        } catch (RuntimeException | Error thrown) {
            failure = thrown;
        } finally {
            active.decrementAndGet();
        }
    }

    private void sleep(long seen) {
        asleep.incrementAndGet();
        if (state.get() >>> 32 == seen && !stopped) {
            LockSupport.park(this);
        }
        asleep.decrementAndGet();
    }

    private void wake() {
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }

    /// Ends the threads; no region may be running.
    @Override
    public void close() {
        stopped = true;
        wake();
    }
}
