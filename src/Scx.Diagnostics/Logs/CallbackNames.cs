namespace Scx.Diagnostics;

/// <summary>Callbacks in C#'s spelling.</summary>
static class CallbackNames
{
    /// <summary>The kernel's <c>select_cpu</c> is <c>SelectCpu</c>.</summary>
    public static string Of(string kernelName) =>
        string.Concat(kernelName.Split('_', StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
