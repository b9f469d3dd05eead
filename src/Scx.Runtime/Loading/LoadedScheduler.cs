using System.Runtime.InteropServices;
using Scx.Runtime.Host;
using Scx.Runtime.Native;
using Scx.Runtime.Verification;

namespace Scx.Runtime;

/// <summary>A scheduler that the kernel has accepted and that does not run yet; its maps and variables can be filled.</summary>
public sealed class LoadedScheduler : KernelScheduler
{
    readonly SchedulerObject scheduler;
    readonly KernelHost host;
    readonly SchedulerOptions options;
    bool handedOn;

    internal LoadedScheduler(SchedulerObject scheduler, IReadOnlyList<VerifiedProgram> programs, KernelHost host, SchedulerOptions options)
        : base(scheduler) =>
        (this.scheduler, Programs, this.host, this.options) = (scheduler, programs, host, options);

    /// <summary>What became of each callback.</summary>
    public IReadOnlyList<VerifiedProgram> Programs { get; }

    /// <summary>Whether it is a scheduler, and not the programs of a class with <see cref="BpfObjectAttribute"/> alone.</summary>
    public bool IsScheduler => scheduler.Layout is not null;

    /// <summary>Attaches its programs at tracepoints and functions of the kernel, then makes it the scheduler in charge if it is one.</summary>
    /// <exception cref="AnotherSchedulerRunningException">There is one already.</exception>
    /// <exception cref="AttachException">The kernel declines.</exception>
    public AttachedScheduler Attach()
    {
        ObjectDisposedException.ThrowIf(handedOn, this);
        if (IsScheduler)
            Preflight.CheckNoneRunning(host);
        using var messages = LibbpfMessages.Collect(options.Trace);
        var programs = ProgramAttachment.Attach(scheduler);
        BpfLinkHandle? link = null;
        if (scheduler.Layout is { } layout && (link = layout.Map.AttachStructOps()) is null)
        {
            int errno = Marshal.GetLastPInvokeError();
            foreach (var program in programs)
                program.Dispose();
            if (errno == ErrorNumber.Busy)
                Preflight.CheckNoneRunning(host);
            throw new AttachException(layout.Name, errno, messages.Warnings);
        }

        handedOn = true;
        return new AttachedScheduler(scheduler, link, programs, host);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        if (!handedOn)
            scheduler.Dispose();
        handedOn = true;
    }
}
