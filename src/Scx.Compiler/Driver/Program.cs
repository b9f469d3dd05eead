namespace Scx.Compiler.Driver;

internal static class EntryPoint
{
    private static int Main() => 0;
}
