using System.Runtime.CompilerServices;

namespace Scx;

/// <summary>Comparing text of the kernel, such as the names of tasks and cgroups. Its first 63 bytes are looked at; longer text never equals what is longer.</summary>
static class KernelText
{
    /// <summary>Whether the text is another one: <c>p.Comm.Equals("steam"u8)</c>.</summary>
    /// <param name="text">Text of the kernel.</param>
    /// <param name="other">UTF-8, without a 0 at its end.</param>
    public static bool Equals(this KernelString text, ReadOnlySpan<byte> other) =>
        text.CopyTo(out Beginning beginning) == other.Length + 1 && ((ReadOnlySpan<byte>)beginning).StartsWith(other);

    /// <summary>Whether the text begins with another one: <c>p.Comm.StartsWith("kworker/"u8)</c>.</summary>
    /// <param name="text">Text of the kernel.</param>
    /// <param name="prefix">UTF-8, without a 0 at its end.</param>
    public static bool StartsWith(this KernelString text, ReadOnlySpan<byte> prefix)
    {
        text.CopyTo(out Beginning beginning);
        return ((ReadOnlySpan<byte>)beginning).StartsWith(prefix);
    }

    [InlineArray(64)]
    struct Beginning
    {
        byte first;
    }
}
