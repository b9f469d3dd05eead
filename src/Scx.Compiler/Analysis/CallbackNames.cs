using System.Collections.Immutable;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Analysis;

/// <summary>Callbacks as C# names them.</summary>
internal static class CallbackNames
{
    /// <summary><c>select_cpu</c> as <c>SelectCpu</c>; other programs by their kind.</summary>
    public static string Pascal(string kernelName) => kernelName switch
    {
        ProgramEntry.SyscallContext => "syscall programs",
        ProgramEntry.TracingContext => "tracing programs",
        _ => PascalCase(kernelName),
    };

    private static string PascalCase(string kernelName) =>
        string.Concat(kernelName.Split('_').Select(word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word.Substring(1)));

    /// <summary>An English list: <c>SelectCpu, Enqueue and Dispatch</c>.</summary>
    public static string List(ImmutableArray<string> kernelNames)
    {
        var names = kernelNames.Select(Pascal).ToList();
        return names.Count < 2 ? string.Concat(names) : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1];
    }
}
