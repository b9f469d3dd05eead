using System.Runtime.InteropServices;
using System.Text;

namespace Scx;

/// <summary>Text of the kernel (<c>char *</c>), lent for the length of the callback: for messages, and to be copied.</summary>
public sealed class KernelString
{
    readonly string text;

    internal KernelString(string text) => this.text = text;

    /// <summary>
    /// Copies the text, to look at it: <c>p.Comm.CopyTo(out Name name)</c>, where <c>Name</c> is an inline array of bytes; then
    /// <c>((ReadOnlySpan&lt;byte&gt;)name).StartsWith("kworker"u8)</c>. What does not fit is left out; the last byte is always 0, and so is what is not used.
    /// </summary>
    /// <param name="buffer">Where to.</param>
    /// <typeparam name="TBuffer">Bytes, at least one.</typeparam>
    /// <returns>Number of bytes that were written, with the 0 at the end; negative (-EFAULT) if the text cannot be read, when all are 0.</returns>
    /// <remarks><c>bpf_probe_read_kernel_str</c>, BPF helper 115. Callable from any callback. In every supported kernel.</remarks>
    public int CopyTo<TBuffer>(out TBuffer buffer) where TBuffer : unmanaged
    {
        buffer = default;
        var bytes = MemoryMarshal.AsBytes(new Span<TBuffer>(ref buffer))[..^1];
        var all = Encoding.UTF8.GetBytes(text).AsSpan();
        var fitting = all[..Math.Min(all.Length, bytes.Length)];
        fitting.CopyTo(bytes);
        return fitting.Length + 1;
    }

    /// <summary>The text, under plain .NET only.</summary>
    public override string ToString() => text;
}
