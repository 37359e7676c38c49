package io.clientela.platform.postgres;

import java.lang.management.ManagementFactory;

/** How much of the machine's memory the database may plan with. */
final class Memory {

    private Memory() {}

    /** A share of all there is, or of what this process may have of it, within bounds; in MiB. */
    static long megabytes(int share, long least, long most) {
        long all = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getTotalMemorySize();
        return Math.clamp((all / share) >> 20, least, most);
    }
}
