using Scx.Bindings;

namespace Scx;

/// <summary>
/// Makes a method a program that user space runs (<c>BPF_PROG_TYPE_SYSCALL</c>), with the scheduler's fields and maps at hand: the way to ask
/// a running scheduler something or to tell it something. It may sleep. The method takes nothing, or one struct of at most 256 bytes by
/// <c>ref</c>, <c>in</c> or <c>out</c>, and returns nothing or an <c>int</c>. User space runs it by its name, with
/// <c>Run</c> of <c>Scx.Runtime</c>'s <c>LoadedScheduler</c> and <c>AttachedScheduler</c>.
/// </summary>
public sealed class SyscallProgramAttribute : ProgramAttribute;
