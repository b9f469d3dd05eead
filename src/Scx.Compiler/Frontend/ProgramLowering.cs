using Microsoft.CodeAnalysis;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Makes the IR's programs of a scheduler's program methods.</summary>
internal static class ProgramLowering
{
    // Copied to the stack and back, of which the verifier allows 512 bytes for all frames.
    private const int LargestContext = 256;

    /// <summary>
    /// The program of a method, whose body is lowered in its turn, and the function around it if the kernel hands over a context: memory that
    /// the verifier lets programs reach at constant offsets only (check_ptr_off_reg, kernel/bpf/verifier.c), and C# at any.
    /// </summary>
    public static (Program Program, Function? Around) Lower(ModuleContext context, ProgramMethod program)
    {
        var method = program.Method;
        var span = Spans.Of(method);
        bool around = program.Entry.Arguments == ProgramArguments.Context && !method.Parameters.IsEmpty;
        if (!around)
            return (Program(context.Reference(new(method), span, method.Name)), null);
        string symbol = Names.Unique(method.Name, context.Symbols);
        var body = context.Reference(new(method), span);
        var entry = new FunctionReference(symbol, body.ParameterTypes, body.ReturnType);
        return (Program(entry), ContextFunction(entry, body, program));

        Program Program(FunctionReference function) => new(program.Context, function, Sleepable: false)
        {
            Entry = program.Entry,
            MaySleep = program.Context == ProgramEntry.SyscallContext,
        };
    }

    private static Function ContextFunction(FunctionReference entry, FunctionReference body, ProgramMethod program)
    {
        var method = program.Method;
        var type = ((PointerType)body.ParameterTypes[0]).Target;
        if (TypeSize.Of(type) > LargestContext)
            throw new UnsupportedException(Rules.ContextTooLarge, Spans.Of(method), method.Parameters[0].Name, $"{TypeSize.Of(type)}", $"{LargestContext}");
        var builder = new FunctionBuilder { Span = Spans.Of(method) };
        var context = new Value(entry.ParameterTypes[0], "context");
        var kind = method.Parameters[0].RefKind;
        var slot = builder.Slot(type, method.Parameters[0].Name);
        if (kind == RefKind.Out)
            builder.Add(new Zero(slot, type));
        else
            Move(builder, slot, context);
        Value? result = null;
        var call = new Call(body, [builder.Coerce(slot, body.ParameterTypes[0])]);
        if (body.ReturnType is VoidType)
            builder.Add(call);
        else
            result = builder.Emit(call, body.ReturnType);
        if (kind is RefKind.Ref or RefKind.Out)
            Move(builder, context, slot);
        builder.End(new Return(result));
        return new Function(entry, method.Name, [context], builder.Finish(), Spans.Of(method));
    }

    // Number by number: of a longer copy LLVM makes pieces at places that it computes, which kernels before 7.3 refuse in a context.
    private static void Move(FunctionBuilder builder, Value to, Value from)
    {
        switch (((PointerType)to.Type).Target)
        {
            case StructType type:
                for (int i = 0; i < type.Fields.Length; i++)
                    Move(builder, Field(to, i), Field(from, i));
                break;
            case ArrayType type:
                for (int i = 0; i < type.Length; i++)
                    Move(builder, Element(to, type, i), Element(from, type, i));
                break;
            default:
                builder.Store(to, builder.Load(from));
                break;
        }

        Value Field(Value address, int index)
        {
            var type = (StructType)((PointerType)address.Type).Target;
            return builder.Emit(new FieldAddress(address, type, index), Inside(address, type.Fields[index].Type));
        }

        Value Element(Value address, ArrayType type, int index) =>
            builder.Emit(new ElementAddress(address, builder.Constant(IrType.S32, index), type), Inside(address, type.Element));

        static PointerType Inside(Value address, IrType type) => new(type, ((PointerType)address.Type).Space);
    }
}
