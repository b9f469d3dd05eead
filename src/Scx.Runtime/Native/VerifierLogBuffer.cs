using System.Runtime.InteropServices;
using System.Text;

namespace Scx.Runtime.Native;

/// <summary>Memory for one program's verifier log; pages that the kernel does not write to cost nothing.</summary>
sealed unsafe class VerifierLogBuffer(BpfProgram program, int size) : IDisposable
{
    nint memory = (nint)NativeMemory.AllocZeroed((nuint)size);

    /// <summary>The program whose log this is.</summary>
    public BpfProgram Program => program;

    /// <summary>The log as it is now.</summary>
    public string Text
    {
        get
        {
            var bytes = new ReadOnlySpan<byte>((void*)memory, size);
            int end = bytes.IndexOf((byte)0);
            return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
        }
    }

    /// <summary>Makes the verifier write here when the program is loaded.</summary>
    public void Use(uint level) => program.SetLog(memory, size, level);

    /// <summary>Frees the memory; the program may not be loaded any more.</summary>
    public void Dispose()
    {
        NativeMemory.Free((void*)memory);
        memory = 0;
    }
}
