using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>
/// Division as BPF defines it: x / 0 is 0, x % 0 is x, and the smallest number divided by -1 wraps (Documentation/bpf/standardization/
/// instruction-set.rst). LLVM calls all three undefined and would reason backwards from them, so an unknown divisor goes to the BPF
/// instruction by way of assembly, which LLVM does not look into and which costs what its own division would.
/// </content>
internal sealed partial class FunctionTextWriter
{
    private void WriteDivision(Binary division)
    {
        if (division.Left.Type is not IntType type)
            throw Broken(division.Span, "a division of something that is no integer");
        bool remainder = division.Operator == BinaryOperator.Remainder;
        // Narrower types have no instruction of their own; the quotient of the widened operands is the same modulo the width.
        IntType wide = type.Bits < 32 ? new IntType(32, type.Signed) : type;
        string left = Converted(Operand(division.Left), type, wide);
        string quotient = KnownNumber(division.Right) is { } divisor
            ? DivideByKnown(left, divisor, wide, remainder)
            : Divide(left, Converted(Operand(division.Right), type, wide), wide, remainder);
        Name(division, Converted(quotient, wide, type));
    }

    private string DivideByKnown(string left, long divisor, IntType type, bool remainder)
    {
        string llvm = LlvmSyntax.ValueType(type);
        if (divisor == 0)
            return remainder ? left : "0";
        if (!type.Signed)
            return Define($"{(remainder ? "urem" : "udiv")} {llvm} {left}, {LlvmSyntax.Literal(type, divisor)}");
        if (divisor == -1)
            return remainder ? "0" : Define($"sub {llvm} 0, {left}");
        if (_module.Cpu >= CpuLevel.V4)
            return Define($"{(remainder ? "srem" : "sdiv")} {llvm} {left}, {LlvmSyntax.Literal(type, divisor)}");
        return DivideByMagnitude(
            left, LlvmSyntax.Literal(type, divisor), type, remainder, (l, r) => Define($"{(remainder ? "urem" : "udiv")} {llvm} {l}, {r}"));
    }

    private string Divide(string left, string right, IntType type, bool remainder) =>
        type.Signed && _module.Cpu < CpuLevel.V4
            ? DivideByMagnitude(left, right, type, remainder, (l, r) => DivideByAssembly(l, r, type, remainder ? "%=" : "/="))
            : DivideByAssembly(left, right, type, (type.Signed ? "s" : "") + (remainder ? "%=" : "/="));

    private string DivideByAssembly(string left, string right, IntType type, string operation)
    {
        (string llvm, string register) = type.Bits == 32 ? ("i32", "w") : ("i64", "r");
        return Define($"call {llvm} asm \"$0 {operation} $2\", \"={register},0,{register}\"({llvm} {left}, {llvm} {right})");
    }

    /// <summary>
    /// Signed division where the instruction set has only the unsigned one: the quotient's sign is both signs', the remainder's is the
    /// dividend's.
    /// </summary>
    private string DivideByMagnitude(string left, string right, IntType type, bool remainder, Func<string, string, string> divide)
    {
        string llvm = LlvmSyntax.ValueType(type);
        string leftSign = Define($"ashr {llvm} {left}, {type.Bits - 1}");
        string rightSign = Define($"ashr {llvm} {right}, {type.Bits - 1}");
        string magnitude = divide(Magnitude(left, leftSign, llvm), Magnitude(right, rightSign, llvm));
        string sign = remainder ? leftSign : Define($"xor {llvm} {leftSign}, {rightSign}");
        return Magnitude(magnitude, sign, llvm);
    }

    /// <summary>Negates where the sign is all ones.</summary>
    private string Magnitude(string value, string sign, string llvm) =>
        Define($"sub {llvm} {Define($"xor {llvm} {value}, {sign}")}, {sign}");
}
