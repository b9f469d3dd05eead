using System.Runtime.InteropServices;

namespace Scx.Runtime.Native;

/// <summary><c>struct bpf_test_run_opts</c> of libbpf's <c>bpf/bpf.h</c> (1.4).</summary>
[StructLayout(LayoutKind.Sequential)]
unsafe struct ProgramTestRun
{
    /// <summary>Bytes of this struct.</summary>
    public nuint Size;

    public void* DataIn;
    public void* DataOut;
    public uint DataSizeIn;
    public uint DataSizeOut;

    /// <summary>What the program is handed; a syscall program's changes come back to the same place.</summary>
    public void* ContextIn;
    public void* ContextOut;
    public uint ContextSizeIn;
    public uint ContextSizeOut;

    /// <summary>What the program returned.</summary>
    public uint Result;
    public int Repeat;
    public uint Duration;
    public uint Flags;
    public uint Cpu;
    public uint BatchSize;
}
