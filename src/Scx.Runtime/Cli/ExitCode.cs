using Scx.Runtime;

namespace Scx.Run;

/// <summary>scx-run's exit codes; <c>--help</c> lists them.</summary>
static class ExitCode
{
    /// <summary>The scheduler ran and was detached, or what was asked for was printed.</summary>
    public const int Success = 0;

    /// <summary>Something unforeseen.</summary>
    public const int Failure = 1;

    /// <summary>The command line, the file or an option's value is wrong.</summary>
    public const int Usage = 2;

    /// <summary>This machine cannot run a scheduler now: not root, no sched_ext, another scheduler, no libbpf.</summary>
    public const int Environment = 3;

    /// <summary>The kernel refuses the scheduler.</summary>
    public const int Refused = 4;

    /// <summary>The kernel threw the scheduler out.</summary>
    public const int Ejected = 5;

    /// <summary>The code for an error.</summary>
    public static int For(SchedulerException error) => error switch
    {
        ObjectFormatException or TunableException => Usage,
        PermissionException or SchedExtUnavailableException or AnotherSchedulerRunningException or LibbpfUnavailableException
            or FaultyKernelException => Environment,
        VerifierRejectedException or MissingKernelSymbolException or SchedulerLoadException or AttachException => Refused,
        _ => Failure,
    };
}
