using Scx.Runtime.Verification;

namespace Scx.Runtime;

/// <summary>The kernel's verifier refused one of the scheduler's programs.</summary>
public sealed class VerifierRejectedException : SchedulerException
{
    internal VerifierRejectedException(string program, string callback, VerifierRejection rejection, string log, string messages)
        : base(Describe(callback, rejection), messages) =>
        (Program, Callback, Rejection, Log) = (program, callback, rejection, log);

    /// <summary>The program's name in the object.</summary>
    public string Program { get; }

    /// <summary>The member of <c>sched_ext_ops</c> that the program implements, such as <c>enqueue</c>.</summary>
    public string Callback { get; }

    /// <summary>What the verifier objects to, and where.</summary>
    public VerifierRejection Rejection { get; }

    /// <summary>The verifier's whole log.</summary>
    public string Log { get; }

    static string Describe(string callback, VerifierRejection rejection) =>
        rejection.Location is { } location
            ? $"{location}: error: {rejection.Reason}"
            : $"the kernel's verifier refuses {callback}: {rejection.Reason}";
}
