namespace Scx.Compiler.Driver;

/// <summary>What scxc tells its caller; part of its interface, listed by <c>--help</c>.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int SourceErrors = 1;
    public const int Usage = 2;
    public const int Environment = 3;

    /// <summary>EX_SOFTWARE of sysexits.h.</summary>
    public const int Internal = 70;
}
