namespace Scx.Runtime.Host;

/// <summary>Finds out before asking the kernel why it would say no, since its own answer is one error number for many reasons.</summary>
static class Preflight
{
    /// <summary>Checks all that loading needs.</summary>
    /// <param name="host">The running kernel.</param>
    /// <param name="scheduler">It is a scheduler that is to be loaded, and not programs alone.</param>
    /// <exception cref="SchedExtUnavailableException">The kernel has no sched_ext, or no BTF.</exception>
    /// <exception cref="PermissionException">The process lacks capabilities.</exception>
    public static void CheckCanLoad(KernelHost host, bool scheduler)
    {
        // First what no privilege can mend.
        if (scheduler && !host.HasSchedExt)
            throw new SchedExtUnavailableException(host.Release,
                "has no sched_ext (/sys/kernel/sched_ext is missing): 6.12 or newer, built with CONFIG_SCHED_CLASS_EXT=y, is needed");
        if (host.Types is null)
            throw new SchedExtUnavailableException(host.Release,
                "does not give out its BTF (/sys/kernel/btf/vmlinux is missing): it must be built with CONFIG_DEBUG_INFO_BTF=y");
        if (host.MissingCapabilities() is { Count: > 0 } missing)
            throw new PermissionException($"loading {(scheduler ? "a scheduler" : "programs")} needs root (missing here: {string.Join(", ", missing)}); try sudo");
    }

    /// <summary>Checks that the place is free.</summary>
    /// <exception cref="AnotherSchedulerRunningException">A scheduler is running.</exception>
    public static void CheckNoneRunning(KernelHost host)
    {
        if (host.State is not ("disabled" or ""))
            throw new AnotherSchedulerRunningException(host.RunningScheduler);
    }
}
