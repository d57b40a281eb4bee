package dev.sayso.app.models;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/// How much memory this machine has.
public final class MachineMemory {

    private MachineMemory() {}

    /// All of it, or what a container may use, in bytes.
    public static long total() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize();
    }
}
