// SPDX-License-Identifier: GPL-2.0-only
namespace Scx.Schedulers;

/// <summary>What the two halves tell each other of a task.</summary>
public struct QueuedTask
{
    /// <summary>Thread id.</summary>
    public int Pid;
}
