using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>Computations on values.</content>
internal sealed partial class FunctionTextWriter
{
    private void WriteComputation(Instruction instruction)
    {
        switch (instruction)
        {
            case Binary binary:
                WriteBinary(binary);
                break;
            case Unary { Operator: UnaryOperator.Negate } unary:
                Emit($"{Name(unary)} = sub {LlvmSyntax.ValueType(unary.Operand.Type)} 0, {Operand(unary.Operand)}");
                break;
            case Unary unary:
                Emit($"{Name(unary)} = xor {Typed(unary.Operand)}, {LlvmSyntax.Literal(unary.Operand.Type, -1)}");
                break;
            case Compare compare:
                KeepTestsApart(compare);
                Emit($"{Name(compare)} = icmp {Predicate(compare)} {Typed(compare.Left)}, {Operand(compare.Right)}");
                break;
            case Ir.Convert convert:
                WriteConvert(convert);
                break;
            case Select select:
                Emit($"{Name(select)} = select i1 {Operand(select.Condition)}, {Typed(select.WhenTrue)}, {Typed(select.WhenFalse)}");
                break;
            case Opaque opaque:
                Emit($"{Name(opaque)} = call {LlvmSyntax.ValueType(opaque.Result!.Type)} asm \"\", \"=r,0\"({Typed(opaque.Operand)}) convergent");
                break;
            case Conceal conceal:
                WriteConceal(conceal);
                break;
            default:
                throw Broken(instruction.Span, $"no text for {instruction.GetType().Name}");
        }
    }

    // The difference of two pointers is any number to the verifier (kernel/bpf/verifier.c, adjust_reg_min_max_vals).
    private void WriteConceal(Conceal conceal)
    {
        string zero = Define("call i64 asm \"$0 = r10\\0A$0 -= r10\", \"=r\"()");
        Emit($"{Name(conceal)} = add {Typed(conceal.Operand)}, {Converted(zero, IrType.U64, conceal.Operand.Type)}");
    }

    private void WriteBinary(Binary binary)
    {
        bool signed = binary.Left.Type is IntType { Signed: true };
        switch (binary.Operator)
        {
            case BinaryOperator.Divide or BinaryOperator.Remainder:
                WriteDivision(binary);
                break;
            case BinaryOperator.ShiftLeft:
                WriteShift(binary, "shl");
                break;
            case BinaryOperator.ShiftRight:
                WriteShift(binary, signed ? "ashr" : "lshr");
                break;
            case BinaryOperator.ShiftRightLogical:
                WriteShift(binary, "lshr");
                break;
            default:
                Emit($"{Name(binary)} = {PlainOperator(binary.Operator)} {Typed(binary.Left)}, {Operand(binary.Right)}");
                break;
        }
    }

    private static string PlainOperator(BinaryOperator operation) => operation switch
    {
        BinaryOperator.Add => "add",
        BinaryOperator.Subtract or BinaryOperator.Distance => "sub",
        BinaryOperator.Multiply => "mul",
        BinaryOperator.And => "and",
        BinaryOperator.Or => "or",
        BinaryOperator.ExclusiveOr => "xor",
        _ => throw new InternalCompilerException(SourceSpan.None, $"{operation} is no plain operator"),
    };

    /// <summary>LLVM leaves a shift by the width or more undefined, C# takes the amount modulo the width.</summary>
    private void WriteShift(Binary shift, string operation)
    {
        if (shift.Left.Type is not IntType type)
            throw Broken(shift.Span, "a shift of something that is no integer");
        string amount = KnownNumber(shift.Right) is { } known
            ? $"{known & (type.Bits - 1)}"
            : Define($"and {LlvmSyntax.ValueType(type)} {Converted(Operand(shift.Right), shift.Right.Type, type)}, {type.Bits - 1}");
        Emit($"{Name(shift)} = {operation} {Typed(shift.Left)}, {amount}");
    }

    /// <summary>
    /// Of tests of two pointers for null, one after the other, LLVM would make one of their bits together, which the verifier refuses ("pointer |= pointer
    /// prohibited"; adjust_reg_min_max_vals() in kernel/bpf/verifier.c). An empty line of assembly before the second keeps it a test of its own. Addresses of the
    /// frame are left to LLVM, which knows, as the verifier does not, that they are not null.
    /// </summary>
    private void KeepTestsApart(Compare compare)
    {
        if (IsTestOfPointer(compare) && _afterTests.Contains(_block.Reference) && !_block.Instructions.Any(made => made.Result == compare.Left))
            Emit($"call void asm sideeffect \"\", \"r\"({Typed(compare.Left)})");
    }

    private static bool IsTestOfPointer(Compare compare) => compare.Left.Type is PointerType { Space: not MemorySpace.Stack };

    /// <summary>Notes which blocks a test of a pointer leads to, also by way of blocks that do nothing.</summary>
    private void NoteTests()
    {
        var blocks = _blocks.ToDictionary(block => block.Reference);
        foreach (Block block in _blocks)
        {
            if (block.End is not Branch branch || !_definitions.TryGetValue(branch.Condition, out var condition) || condition is not Compare compare || !IsTestOfPointer(compare))
                continue;
            foreach (Edge edge in branch.Edges)
            {
                var next = edge.Block;
                while (_afterTests.Add(next) && blocks[next] is { Instructions: [], End: Jump jump })
                    next = jump.Target.Block;
            }
        }
    }

    private static string Predicate(Compare compare)
    {
        string sign = compare.Left.Type is IntType { Signed: true } ? "s" : "u";
        return compare.Relation switch
        {
            Relation.Equal => "eq",
            Relation.NotEqual => "ne",
            Relation.Less => sign + "lt",
            Relation.LessOrEqual => sign + "le",
            Relation.Greater => sign + "gt",
            _ => sign + "ge",
        };
    }

    private void WriteConvert(Ir.Convert convert)
    {
        IrType from = convert.Operand.Type, to = convert.Result!.Type;
        if (LlvmSyntax.ValueType(from) != LlvmSyntax.ValueType(to))
            Emit($"{Name(convert)} = {Conversion(Operand(convert.Operand), from, to)}");
    }

    /// <summary>A value as another type; by a new instruction unless it is the same to LLVM.</summary>
    private string Converted(string value, IrType from, IrType to)
    {
        if (LlvmSyntax.ValueType(from) == LlvmSyntax.ValueType(to))
            return value;
        if (long.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out long literal) && to is IntType)
        {
            long extended = from is IntType { Signed: false, Bits: < 64 } narrow ? literal & ((1L << narrow.Bits) - 1) : literal;
            return LlvmSyntax.Literal(to, extended);
        }
        return Define(Conversion(value, from, to));
    }

    private static string Conversion(string value, IrType from, IrType to)
    {
        string source = LlvmSyntax.ValueType(from), target = LlvmSyntax.ValueType(to);
        return (from, to) switch
        {
            (IntType, BoolType) => $"icmp ne {source} {value}, 0",
            (BoolType, IntType) => $"zext i1 {value} to {target}",
            (IntType wide, IntType narrow) when wide.Bits > narrow.Bits => $"trunc {source} {value} to {target}",
            (IntType narrow, IntType) => $"{(narrow.Signed ? "sext" : "zext")} {source} {value} to {target}",
            (PointerType, IntType) => $"ptrtoint ptr {value} to {target}",
            (IntType, PointerType) => $"inttoptr {source} {value} to ptr",
            _ => throw new InternalCompilerException(SourceSpan.None, $"no conversion from {from} to {to}"),
        };
    }
}
