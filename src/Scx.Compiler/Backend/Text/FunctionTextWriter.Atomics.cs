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
        if (atomic.IsRelaxed)
        {
            Emit($"{Name(atomic)} = atomicrmw {Word(atomic.Operator)} ptr {address}, {type} {operand} monotonic, align {alignment}");
            return;
        }
        string old;
        if (atomic.Operator == AtomicOperator.CompareExchange)
        {
            string expected = Operand(atomic.Arguments[2]);
            string pair = Define($"cmpxchg ptr {address}, {type} {expected}, {type} {operand} seq_cst seq_cst, align {alignment}");
            old = Define($"extractvalue {{ {type}, i1 }} {pair}, 0");
        }
        else
        {
            old = Define($"atomicrmw {Word(atomic.Operator)} ptr {address}, {type} {operand} seq_cst, align {alignment}");
        }
        // A result that nobody reads would make it the form that fetches nothing, which orders nothing (LLVM 19, BPFMIChecking.cpp). And one that is compared
        // with what was expected would be replaced by whether that was there, for which BPF has no instruction: a branch to know it and one to act on it.
        string register = alignment == 4 ? "w" : "r";
        Emit($"{Name(atomic)} = call {type} asm sideeffect \"\", \"={register},0\"({type} {old})");
    }

    private static string Word(AtomicOperator op) => op switch
    {
        AtomicOperator.Add => "add",
        AtomicOperator.And => "and",
        AtomicOperator.Or => "or",
        _ => "xchg",
    };
}
