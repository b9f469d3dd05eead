using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>The arena.</content>
internal sealed partial class FunctionTextWriter
{
    private bool _usesArena;

    /// <summary>
    /// The verifier takes a program to have the arena whose map it names (kernel/bpf/verifier.c, check_map_prog_compatibility), and what
    /// follows a pointer names none.
    /// </summary>
    private void UseArena(Map arena)
    {
        if (!_usesArena)
            _entry.Append($"  call void asm sideeffect \"\", \"r\"(ptr {LlvmSyntax.Symbol(arena.Name)})\n");
        _usesArena = true;
    }
}
