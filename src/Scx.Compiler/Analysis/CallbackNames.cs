using System.Collections.Immutable;

namespace Scx.Compiler.Analysis;

/// <summary>Callbacks as C# names them.</summary>
internal static class CallbackNames
{
    /// <summary><c>select_cpu</c> as <c>SelectCpu</c>.</summary>
    public static string Pascal(string kernelName) =>
        string.Concat(kernelName.Split('_').Select(word => word.Length == 0 ? "" : char.ToUpperInvariant(word[0]) + word.Substring(1)));

    /// <summary>An English list: <c>SelectCpu, Enqueue and Dispatch</c>.</summary>
    public static string List(ImmutableArray<string> kernelNames)
    {
        var names = kernelNames.Select(Pascal).ToList();
        return names.Count < 2 ? string.Concat(names) : string.Join(", ", names.Take(names.Count - 1)) + " and " + names[names.Count - 1];
    }
}
