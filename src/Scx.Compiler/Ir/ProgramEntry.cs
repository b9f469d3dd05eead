using System.Collections.Immutable;

namespace Scx.Compiler.Ir;

/// <summary>How the kernel comes to call a program that is not a callback of the ops table.</summary>
/// <param name="Section">
/// ELF section, from which libbpf knows the program's type and what it is attached to, such as <c>tp_btf/sched_switch</c>.
/// </param>
/// <param name="Arguments">How arguments reach it.</param>
public sealed record ProgramEntry(string Section, ProgramArguments Arguments)
{
    /// <summary>
    /// What <see cref="Program.Callback"/> is for a program that user space runs. <see cref="KernelFunction.AllowedCallbacks"/> has it where the
    /// kernel allows a function in such programs.
    /// </summary>
    public const string SyscallContext = "syscall";

    /// <summary>The same for programs that are attached to a place in the kernel.</summary>
    public const string TracingContext = "tracing";

    /// <summary>Bytes of what the kernel hands over that come before what the parameter points at.</summary>
    public int ContextOffset { get; init; }

    /// <summary>BTF declaration tags of the function, for what the loader has to know besides.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>The kernel lets such programs call only functions that it lets all programs call (bpf_prog_type_to_kfunc_hook, kernel/bpf/btf.c).</summary>
    public bool HasFewFunctions { get; init; }

    /// <summary>
    /// The kernel lets such programs use no map with a lock in its values, since they run anywhere (is_tracing_prog_type, kernel/bpf/verifier.c).
    /// </summary>
    public bool HasNoLocks { get; init; }

    /// <summary>What users call this kind of program, as in <c>a syscall program</c>.</summary>
    public string Kind { get; init; } = "";
}

/// <summary>How arguments reach a program.</summary>
public enum ProgramArguments
{
    /// <summary>In an array of 64-bit slots, one for each parameter: the ops table, <c>tp_btf</c>, <c>fentry</c>, <c>fexit</c>.</summary>
    Slots,

    /// <summary>The one parameter, if there is any, is the address of what user space or the tracepoint hands over.</summary>
    Context,

    /// <summary>In the processor's argument registers, as the interrupted code left them (<c>struct pt_regs</c>).</summary>
    Registers,

    /// <summary>The one parameter is the processor's result register.</summary>
    ResultRegister,
}
