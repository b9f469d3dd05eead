using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Scx.Runtime.Native;

/// <summary>
/// What libbpf prints while this exists, on this thread: warnings are kept for the error that may follow, and everything, debugging text
/// included, goes to the listener if there is one.
/// </summary>
sealed unsafe class LibbpfMessages : IDisposable
{
    const int Warn = 0;
    const int LongestMessage = 1 << 20;

    // libbpf has one callback a process, called on the thread that called libbpf.
    [ThreadStatic]
    static LibbpfMessages? current;

    readonly LibbpfMessages? outer = current;
    readonly Action<string>? listener;
    readonly StringBuilder warnings = new();

    LibbpfMessages(Action<string>? listener) => this.listener = listener;

    /// <summary>All warnings so far, a line each.</summary>
    public string Warnings => warnings.ToString().TrimEnd();

    /// <summary>Begins to collect.</summary>
    public static LibbpfMessages Collect(Action<string>? listener)
    {
        current = new LibbpfMessages(listener);
        Libbpf.libbpf_set_print(&Print);
        return current;
    }

    /// <summary>Ends collecting.</summary>
    public void Dispose() => current = outer;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    static int Print(int level, byte* format, nint arguments)
    {
        if (current is not { } messages || (level != Warn && messages.listener is null))
            return 0;

        // A verifier log may come along, so the size varies widely; arguments can be walked through only once.
        byte* buffer = (byte*)NativeMemory.Alloc(LongestMessage);
        int length = Libc.vsnprintf(buffer, LongestMessage, format, arguments);
        string text = Encoding.UTF8.GetString(buffer, Math.Clamp(length, 0, LongestMessage - 1));
        NativeMemory.Free(buffer);

        if (level == Warn)
            messages.warnings.Append(text);
        messages.listener?.Invoke(text.TrimEnd());
        return 0;
    }
}
