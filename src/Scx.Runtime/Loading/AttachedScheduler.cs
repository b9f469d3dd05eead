using System.Runtime.InteropServices;
using Scx.Diagnostics;
using Scx.Runtime.Host;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>The scheduler in charge, until it is detached, disposed of or thrown out.</summary>
public sealed class AttachedScheduler : KernelScheduler
{
    const string RecordVariable = "uei";
    const string DumpSection = ".data.uei_dump";

    // The exit callback has run when detaching returns; this is for a kernel that is still at it.
    static readonly TimeSpan longestExit = TimeSpan.FromSeconds(5);
    static readonly TimeSpan pause = TimeSpan.FromMilliseconds(10);

    readonly SchedulerObject scheduler;
    readonly BpfLinkHandle? link;
    readonly IReadOnlyList<BpfLinkHandle> programs;
    readonly KernelHost host;
    readonly MachineCodeMap code;
    readonly BpfMap? record;
    readonly int recordOffset;

    internal AttachedScheduler(SchedulerObject scheduler, BpfLinkHandle? link, IReadOnlyList<BpfLinkHandle> programs, KernelHost host)
        : base(scheduler)
    {
        (this.scheduler, this.link, this.programs, this.host) = (scheduler, link, programs, host);
        // Now, since there may be no time once something is wrong.
        code = MachineCodeMap.Of(scheduler);
        var variable = scheduler.Variables.FirstOrDefault(variable => variable.Name == RecordVariable && variable.Size >= ExitRecord.Size);
        (record, recordOffset) = (variable is null ? null : scheduler.Find(variable.Section), variable?.Offset ?? 0);
    }

    /// <summary>The scheduler's name, or that of a <see cref="BpfObjectAttribute"/>.</summary>
    public string Name => scheduler.Name;

    /// <summary>Whether it is a scheduler, and not the programs of a class with <see cref="BpfObjectAttribute"/> alone.</summary>
    public bool IsScheduler => link is not null;

    /// <summary>Whether the kernel has ended the scheduler by itself; never, of programs alone. Costs no system call if the scheduler has an exit record.</summary>
    /// <exception cref="ObjectDisposedException">It has been disposed of.</exception>
    public bool HasEnded => record is null
        ? IsScheduler && host.State == "disabled"
        : Volatile.Read(ref MemoryMarshal.Cast<byte, int>(record.Memory[recordOffset..])[0]) != 0;

    /// <summary>Takes its programs off, and gives the CPUs back to the kernel's own scheduler, if that has not happened yet.</summary>
    /// <returns>How it ended; null for a scheduler without an exit record, and for programs alone.</returns>
    public ExitRecord? Detach()
    {
        ReleaseLinks();
        for (var waited = TimeSpan.Zero; record is not null && !HasEnded && waited < longestExit; waited += pause)
            Thread.Sleep(pause);
        return record is null ? null : ExitRecord.Read(record.Memory[recordOffset..], scheduler.Find(DumpSection) is { } dump ? dump.Memory : []);
    }

    /// <summary>What an error that ended the scheduler means in its source: the diagnostic, the line if the kernel's backtrace tells, how to fix it.</summary>
    /// <param name="exit">What <see cref="Detach"/> returned.</param>
    /// <returns>Null if it was no error.</returns>
    public LogFinding? Explain(ExitRecord exit)
    {
        ArgumentNullException.ThrowIfNull(exit);
        return !exit.IsError ? null
            : exit.Kind == ExitKind.ErrorByScheduler ? EjectionReader.ReadOwnError(exit.Message, exit.Dump, code.Find)
            : EjectionReader.Read(exit.Message, exit.Dump, code.Find);
    }

    /// <summary>Detaches the scheduler and takes it out of the kernel.</summary>
    public override void Dispose()
    {
        ReleaseLinks();
        scheduler.Dispose();
    }

    void ReleaseLinks()
    {
        link?.Dispose();
        foreach (var program in programs)
            program.Dispose();
    }
}
