namespace Scx;

/// <summary>The error numbers that maps answer with, negative as the kernel returns them.</summary>
static class Errno
{
    internal const int NoEntry = -2;
    internal const int TooBig = -7;
    internal const int Again = -11;
    internal const int Exists = -17;
    internal const int Invalid = -22;
    internal const int NoSpace = -28;
    internal const int Range = -34;
}
