using Scx.Diagnostics;

namespace Scx.Runtime;

/// <summary>The kernel's verifier refused one of the scheduler's programs.</summary>
public sealed class VerifierRejectedException : SchedulerException
{
    internal VerifierRejectedException(string program, string callback, string log, string messages)
        : this(program, callback, KernelLog.ReadProgram(program, callback, log), log, messages)
    {
    }

    VerifierRejectedException(string program, string callback, LogFinding? finding, string log, string messages)
        : base(Describe(callback, finding), messages) =>
        (Program, Callback, Finding, Log) = (program, callback, finding, log);

    /// <summary>The program's name in the object.</summary>
    public string Program { get; }

    /// <summary>The member of <c>sched_ext_ops</c> that the program implements, such as <c>enqueue</c>.</summary>
    public string Callback { get; }

    /// <summary>What the verifier objects to, and where; null if its log does not say.</summary>
    public LogFinding? Finding { get; }

    /// <summary>The verifier's whole log.</summary>
    public string Log { get; }

    static string Describe(string callback, LogFinding? finding) => finding switch
    {
        null => $"the kernel's verifier refuses {callback} and gives no reason",
        { Place: { } place } => $"{place}: error {finding.Id}: {finding.Message}",
        _ => $"the kernel's verifier refuses {callback}: {finding.Message}",
    };
}
