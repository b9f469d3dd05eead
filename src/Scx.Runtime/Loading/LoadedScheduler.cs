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

    /// <summary>Attaches its programs at tracepoints and functions of the kernel, then makes it the scheduler in charge.</summary>
    /// <exception cref="AnotherSchedulerRunningException">There is one already.</exception>
    /// <exception cref="AttachException">The kernel declines.</exception>
    public AttachedScheduler Attach()
    {
        ObjectDisposedException.ThrowIf(handedOn, this);
        Preflight.CheckNoneRunning(host);
        using var messages = LibbpfMessages.Collect(options.Trace);
        var programs = ProgramAttachment.Attach(scheduler);
        if (scheduler.Layout.Map.AttachStructOps() is not { } link)
        {
            int errno = Marshal.GetLastPInvokeError();
            foreach (var program in programs)
                program.Dispose();
            if (errno == ErrorNumber.Busy)
                Preflight.CheckNoneRunning(host);
            throw new AttachException(scheduler.Layout.Name, errno, messages.Warnings);
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
