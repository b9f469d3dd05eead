// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>What the central CPU knows of another.</summary>
struct CpuState
{
    /// <summary>When the task began that runs there, in ns; 0 if none of ours does.</summary>
    public ulong StartedAt;

    /// <summary>Whether it has nothing to run and waits to be given something.</summary>
    public bool WantsTask;
}

/// <summary>The timer that ends slices.</summary>
struct Preemption
{
    /// <summary>The timer itself.</summary>
    public BpfTimer Timer;
}
