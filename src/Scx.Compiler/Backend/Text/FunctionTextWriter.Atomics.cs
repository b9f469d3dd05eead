using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>Atomic operations.</content>
internal sealed partial class FunctionTextWriter
{
    private void WriteAtomic(AtomicOperation atomic)
    {
        string type = LlvmSyntax.MemoryType(atomic.Result!.Type);
        string address = Operand(atomic.Arguments[0]), operand = Operand(atomic.Arguments[1]);
        int alignment = Layout.SizeOf(atomic.Result.Type);
        if (atomic.Operator == AtomicOperator.CompareExchange)
        {
            string expected = Operand(atomic.Arguments[2]);
            string pair = Define($"cmpxchg ptr {address}, {type} {expected}, {type} {operand} seq_cst seq_cst, align {alignment}");
            Emit($"{Name(atomic)} = extractvalue {{ {type}, i1 }} {pair}, 0");
        }
        else
        {
            Emit($"{Name(atomic)} = atomicrmw {Word(atomic.Operator)} ptr {address}, {type} {operand} seq_cst, align {alignment}");
        }
        // A result that nobody reads would make it the form that fetches nothing, which orders nothing (LLVM 19, BPFMIChecking.cpp).
        Emit($"call void asm sideeffect \"\", \"r\"({type} {Operand(atomic.Result)})");
    }

    private static string Word(AtomicOperator op) => op switch
    {
        AtomicOperator.Add => "add",
        AtomicOperator.And => "and",
        AtomicOperator.Or => "or",
        _ => "xchg",
    };
}
