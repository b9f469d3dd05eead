using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>How a program's arguments reach it.</content>
internal sealed partial class FunctionTextWriter
{
    /// <summary>
    /// Each parameter comes from its slot. <c>invariant.load</c> lets LLVM move the read to where the value is needed; a second read
    /// would be a second pointer to the verifier, but LLVM never reads twice what one instruction reads.
    /// </summary>
    private void WriteContextLoads()
    {
        ProgramArguments arguments = _program!.Entry?.Arguments ?? ProgramArguments.Slots;
        string empty = _module.EmptyNode();
        for (int i = 0; i < _function.Parameters.Length; i++)
        {
            Value parameter = _function.Parameters[i];
            if (!_used.Contains(parameter))
                continue;
            string name = Operand(parameter);
            if (arguments == ProgramArguments.Context)
            {
                _entry.Append($"  {name} = getelementptr inbounds i8, ptr %ctx, i64 {_program.Entry!.ContextOffset}{_debug}\n");
                continue;
            }
            int offset = SlotOffset(arguments, i);
            string slot = offset == 0 ? "%ctx" : $"{name}.slot";
            if (offset > 0)
                _entry.Append($"  {slot} = getelementptr inbounds i8, ptr %ctx, i64 {offset}{_debug}\n");
            string flags = $", align 8, !invariant.load {empty}{_debug}\n";
            switch (parameter.Type)
            {
                case PointerType:
                    _entry.Append($"  {name} = load ptr, ptr {slot}{flags}");
                    break;
                case IntType { Bits: 64 }:
                    _entry.Append($"  {name} = load i64, ptr {slot}{flags}");
                    break;
                case BoolType:
                    _entry.Append($"  {name}.wide = load i64, ptr {slot}{flags}  {name} = icmp ne i64 {name}.wide, 0{_debug}\n");
                    break;
                default:
                    _entry.Append($"  {name}.wide = load i64, ptr {slot}{flags}");
                    _entry.Append($"  {name} = trunc i64 {name}.wide to {LlvmSyntax.ValueType(parameter.Type)}{_debug}\n");
                    break;
            }
        }
    }

    // x86-64's struct pt_regs: di, si, dx, cx, r8, r9, and ax for results (arch/x86/include/asm/ptrace.h).
    private static readonly int[] ArgumentRegisters = [112, 104, 96, 88, 72, 64];
    private const int ResultRegister = 80;

    private static int SlotOffset(ProgramArguments arguments, int index) => arguments switch
    {
        ProgramArguments.Registers => ArgumentRegisters[index],
        ProgramArguments.ResultRegister => ResultRegister,
        _ => index * 8,
    };
}
