using System.Runtime.InteropServices;

namespace Scx.Runtime.Native;

/// <summary>The error numbers that are told apart.</summary>
static class ErrorNumber
{
    public const int OperationNotPermitted = 1;
    public const int NoEntry = 2;
    public const int Interrupted = 4;
    public const int OutOfMemory = 12;
    public const int AccessDenied = 13;
    public const int Busy = 16;
    public const int NoDevice = 19;
    public const int Invalid = 22;
    public const int NoSpace = 28;
    public const int ArgumentListTooLong = 7;

    /// <summary>The C library's words for an error number, with the number.</summary>
    public static string Describe(int errno) => $"{Marshal.GetPInvokeErrorMessage(errno)} (errno {errno})";
}
