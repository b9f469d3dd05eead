namespace Scx.Compiler.Ir;

/// <summary>What the operands and the result of each instruction may be.</summary>
internal static class InstructionTypes
{
    public static void Check(Instruction instruction)
    {
        var span = instruction.Span;
        switch (instruction)
        {
            case Constant:
                Require(Result(instruction) is IntType or BoolType, span, "a constant is an integer or a bool");
                break;
            case NullConstant:
                Require(Result(instruction) is PointerType, span, "null is a pointer");
                break;
            case StackSlot slot:
                Same(Target(instruction.Result, span), slot.Type, span, "slot");
                break;
            case GlobalAddress address:
                Same(Target(instruction.Result, span), address.Global.Type, span, "global");
                break;
            case Load load:
                Same(Result(instruction), Target(load.Address, span), span, "load");
                Require(Result(instruction) is IntType or BoolType or PointerType, span, "a load yields a scalar or a pointer");
                break;
            case Store store:
                Assignable(store.Stored.Type, Target(store.Address, span), span, "store");
                break;
            case Copy copy:
                Same(Target(copy.Destination, span), copy.Type, span, "copy destination");
                Same(Target(copy.Source, span), copy.Type, span, "copy source");
                break;
            case Zero zero:
                Same(Target(zero.Address, span), zero.Type, span, "zero");
                break;
            case FieldAddress field:
                Same(Target(field.Address, span), field.Struct, span, "field");
                Same(Target(instruction.Result, span), field.Struct.Fields[field.Index].Type, span, "field");
                break;
            case ElementAddress element:
                Same(Target(element.Address, span), element.Array, span, "element");
                Same(Target(instruction.Result, span), element.Array.Element, span, "element");
                Require(element.Index.Type is IntType, span, "an index is an integer");
                break;
            case KernelFieldAddress field:
                Require(Target(field.Object, span) is KernelType, span, "a kernel field is reached from a kernel object");
                Require(Result(instruction) is PointerType { Space: MemorySpace.Kernel }, span, "a kernel field is in kernel memory");
                break;
            default:
                CheckComputation(instruction, span);
                break;
        }
    }

    private static void CheckComputation(Instruction instruction, SourceSpan span)
    {
        switch (instruction)
        {
            case Binary binary:
                Same(binary.Left.Type, Result(instruction), span, "left operand");
                if (binary.Operator is BinaryOperator.ShiftLeft or BinaryOperator.ShiftRight or BinaryOperator.ShiftRightLogical)
                    Require(binary.Right.Type is IntType, span, "a shift amount is an integer");
                else
                    Same(binary.Right.Type, Result(instruction), span, "right operand");
                break;
            case Conceal conceal:
                Same(conceal.Operand.Type, Result(instruction), span, "operand");
                Require(conceal.Operand.Type is IntType, span, "a number is concealed");
                break;
            case Unary unary:
                Same(unary.Operand.Type, Result(instruction), span, "operand");
                break;
            case Compare compare:
                Require(Result(instruction) is BoolType, span, "a comparison is a bool");
                Require(
                    compare.Left.Type == compare.Right.Type || (compare.Left.Type is PointerType && compare.Right.Type is PointerType),
                    span, $"{IrTypeText.Of(compare.Left.Type)} is compared with {IrTypeText.Of(compare.Right.Type)}");
                break;
            case Convert convert:
                Require(convert.Operand.Type is PointerType || Result(instruction) is not PointerType, span, "a number cannot become a pointer");
                Require(convert.Operand.Type is not PointerType { Space: MemorySpace.Any } || Result(instruction) is PointerType, span, "a reference cannot become a number");
                break;
            case Select select:
                Require(select.Condition.Type is BoolType, span, "a choice is made by a bool");
                Assignable(select.WhenTrue.Type, Result(instruction), span, "choice");
                Assignable(select.WhenFalse.Type, Result(instruction), span, "choice");
                break;
            case Opaque opaque:
                Require(opaque.Operand.Type is PointerType or IntType { Bits: 64 } && Result(instruction) == opaque.Operand.Type, span, "only what fills a register is made opaque");
                break;
            case AtomicOperation atomic:
                Require(Result(instruction) is IntType { Bits: 32 or 64 }, span, "an atomic operation is on 32 or 64 bits");
                Same(Target(atomic.Arguments[0], span), Result(instruction), span, "atomic operation");
                Require(atomic.Arguments.Skip(1).All(a => a.Type == Result(instruction)), span, "operands of an atomic operation");
                break;
            case Call call:
                CheckCall(call, span);
                break;
        }
    }

    private static void CheckCall(Call call, SourceSpan span)
    {
        var parameters = call.Function.ParameterTypes;
        Require(parameters.Length == call.Arguments.Length, span, $"{call.Function.Name} takes {parameters.Length} arguments");
        for (int i = 0; i < parameters.Length; i++)
            Assignable(call.Arguments[i].Type, parameters[i], span, $"argument {i} of {call.Function.Name}");
        if (call.Result is { } result)
            Assignable(call.Function.ReturnType, result.Type, span, $"result of {call.Function.Name}");
    }

    /// <summary>Equal types; or pointers, where <see cref="MemorySpace.Any"/> takes any memory of the program's and void any target.</summary>
    public static void Assignable(IrType from, IrType to, SourceSpan span, string what)
    {
        bool fits = from == to
            || (from is PointerType source && to is PointerType target
                && (source.Target == target.Target || target.Target is VoidType)
                && (source.Space == target.Space || target.Space == MemorySpace.Any));
        Require(fits, span, $"{what}: {IrTypeText.Of(from)} given, {IrTypeText.Of(to)} wanted");
    }

    private static void Same(IrType given, IrType wanted, SourceSpan span, string what) =>
        Require(given == wanted, span, $"{what}: {IrTypeText.Of(given)} given, {IrTypeText.Of(wanted)} wanted");

    private static IrType Result(Instruction instruction) =>
        instruction.Result?.Type ?? throw new InternalCompilerException(instruction.Span, $"{instruction.GetType().Name} has no result");

    private static IrType Target(Value? address, SourceSpan span) => address?.Type is PointerType pointer
        ? pointer.Target
        : throw new InternalCompilerException(span, $"{address?.Name ?? "a value"} is used as an address");

    private static void Require(bool holds, SourceSpan span, string message)
    {
        if (!holds)
            throw new InternalCompilerException(span, message);
    }
}
