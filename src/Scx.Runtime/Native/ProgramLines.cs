namespace Scx.Runtime.Native;

/// <summary>Where the machine code of a loaded program lies and which lines it came from, as <c>struct bpf_prog_info</c> has it.</summary>
/// <param name="Starts">Address of each function; 0 if the kernel hides it.</param>
/// <param name="Lengths">Bytes of each function.</param>
/// <param name="FunctionTypes">BTF id of each function.</param>
/// <param name="Addresses">Address of each line's first instruction.</param>
/// <param name="Lines">Each line's <c>struct bpf_line_info</c>, four words.</param>
sealed record ProgramLines(ulong[] Starts, uint[] Lengths, uint[] FunctionTypes, ulong[] Addresses, uint[] Lines);
