namespace Scx;

/// <summary>Which cgroups <see cref="CgroupSubsysState.Walk"/> goes through (<c>enum bpf_cgroup_iter_order</c>).</summary>
public enum CgroupWalk : uint
{
    /// <summary>The cgroup itself, then all below it, each before those below it.</summary>
    DescendantsFirstParent = 2,

    /// <summary>All below the cgroup, each after those below it, then the cgroup itself.</summary>
    DescendantsFirstChild = 3,

    /// <summary>The cgroup itself, then those above it up to the root.</summary>
    Ancestors = 4,
}

/// <summary>Which tasks <see cref="CgroupSubsysState.Tasks"/> goes through (CSS_TASK_ITER_* of include/linux/cgroup.h).</summary>
[Flags]
public enum CssTaskIteration : uint
{
    /// <summary>Every thread.</summary>
    Threads = 0,

    /// <summary>The first thread of each process.</summary>
    Processes = 1 << 0,

    /// <summary>Threads of threaded cgroups below as well, with <see cref="Processes"/>.</summary>
    Threaded = 1 << 1,
}
