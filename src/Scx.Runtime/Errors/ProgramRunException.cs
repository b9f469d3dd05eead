using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>A program that user space was to run could not be run.</summary>
public sealed class ProgramRunException : SchedulerException
{
    internal ProgramRunException(string program, string problem) : base(problem) => Program = program;

    internal ProgramRunException(string program, int errno)
        : base($"running '{program}' failed: {ErrorNumber.Describe(errno)}") => (Program, Errno) = (program, errno);

    /// <summary>The method's name.</summary>
    public string Program { get; }

    /// <summary>The error number; 0 if the kernel was not asked.</summary>
    public int Errno { get; }
}
