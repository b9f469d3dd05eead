using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Scx.Compiler.Diagnostics;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <content>
/// Interpolated strings that the kernel prints. C# makes calls of them that append to a handler; here they write the numbers to an array on the stack, and
/// the format string becomes a global.
/// </content>
internal sealed partial class IrBuilder
{
    private readonly Dictionary<CaptureId, MessageFormat> messages = [];
    private Value? messageNumbers;

    private static bool IsMessage(ITypeSymbol? type) => type?.MetadataNameIs(KnownSymbols.KernelMessage) == true;

    private void CaptureMessage(IFlowCaptureOperation capture) => messages[capture.Id] = new MessageFormat(MessageNumbers(HolesOf(capture)));

    // At least one, which the verifier wants of a message without.
    private static int HolesOf(IFlowCaptureOperation capture) =>
        capture.Value is IObjectCreationOperation creation && creation.Arguments.Length == 2 && creation.Arguments[1].Value.ConstantValue is { HasValue: true, Value: int count }
            ? Math.Min(Math.Max(count, 1), MessageFormat.MaxHoles) : 1;

    /// <summary>
    /// One array for all messages of a method, of which none is put together while another is: what the numbers of one leave in a place of its own keeps ways apart that the
    /// verifier could let meet.
    /// </summary>
    private Value MessageNumbers(int holes)
    {
        if (messageNumbers?.Type is PointerType { Target: ArrayType { Length: var length } } && length >= holes)
            return messageNumbers;
        int most = graph.Blocks.SelectMany(block => block.Operations).OfType<IFlowCaptureOperation>()
            .Where(capture => IsMessage(capture.Value.Type)).Select(HolesOf).Append(holes).Max();
        return messageNumbers = builder.Slot(new ArrayType(IrType.U64, most));
    }

    private void AppendToMessage(IInvocationOperation append)
    {
        if (append.Instance is not IFlowCaptureReferenceOperation capture || !messages.TryGetValue(capture.Id, out var message))
            throw Unsupported(append, "A message that is put together by hand");
        var arguments = InOrder(append.Arguments);
        var value = arguments[0] is IConversionOperation { IsImplicit: true, OperatorMethod: null } conversion ? conversion.Operand : arguments[0];
        var span = Spans.Of(value.Syntax);
        int width = arguments.Length > 1 ? (int)arguments[1].ConstantValue.Value! : 0;
        if (value.ConstantValue is { HasValue: true, Value: string constant })
        {
            message.Add(width < 0 ? constant.PadRight(-width) : constant.PadLeft(width), span);
            return;
        }
        string? format = arguments.Length > 2 ? arguments[2].ConstantValue.Value as string : null;
        var type = typeArguments.Of(value.Type!);
        int index = message.Holes;
        bool byBits = message.AddHole(type, width, format, span);
        var array = (ArrayType)((PointerType)message.Data.Type).Target;
        var place = new ElementAddress(message.Data, builder.Constant(IrType.U64, index), array);
        builder.Store(builder.Emit(place, new PointerType(IrType.U64, MemorySpace.Stack)), MessageNumber(LowerValue(value), byBits));
    }

    private Value MessageNumber(Value value, bool byBits) => value.Type switch
    {
        IntType { Signed: true } type when byBits => builder.Coerce(builder.Coerce(value, type with { Signed = false }), IrType.U64),
        BoolType => builder.Coerce(builder.Emit(new Select(value, TextAddress("True\0"), TextAddress("False")), textPointer), IrType.U64),
        _ => builder.Coerce(value, IrType.U64),
    };

    private static readonly PointerType textPointer = new(IrType.S8, MemorySpace.Global);

    private Value TextAddress(string text, GlobalSection section = GlobalSection.ReadOnly)
    {
        var global = context.Texts.Of(text, section);
        return builder.Coerce(builder.Emit(new GlobalAddress(global), new PointerType(global.Type, MemorySpace.Global)), textPointer);
    }

    /// <summary>What the kernel takes instead of a message: the format, for a helper its size, and the array of numbers with its size in bytes.</summary>
    private IEnumerable<Value> MessageArguments(Operand argument, bool forHelper)
    {
        var operation = ((Operand.Expression)argument).Operation;
        MessageFormat? message = null;
        string format;
        if (operation is IFlowCaptureReferenceOperation capture && messages.TryGetValue(capture.Id, out message))
            format = message.ToString();
        else if (operation.ConstantValue is { HasValue: true, Value: string text })
            format = ConstantMessage(text, Spans.Of(operation.Syntax));
        else
            throw new UnsupportedException(Rules.Format, Spans.Of(operation.Syntax), "A message has to be written out here", "write an interpolated string, $\"…\"");

        // bpf_trace_vprintk takes constant memory; for a kernel function the verifier wants the format to be writable (check_mem_reg).
        yield return TextAddress(format, forHelper ? GlobalSection.ReadOnly : GlobalSection.Data);
        if (forHelper)
            yield return builder.Constant(IrType.U64, format.Length + 1);
        int holes = message?.Holes ?? 0;
        if (holes == 0 && forHelper)
            yield return builder.Emit(new NullConstant(), new PointerType(IrType.U64, MemorySpace.Stack, MayBeNull: true));
        else
            yield return holes == 0 ? NoNumbers() : message!.Data;
        yield return builder.Constant(IrType.U32, forHelper ? holes * 8 : Math.Max(holes, 1) * 8);
    }

    private Value NoNumbers()
    {
        var none = MessageNumbers(1);
        var first = new ElementAddress(none, builder.Constant(IrType.U64, 0), (ArrayType)((PointerType)none.Type).Target);
        builder.Store(builder.Emit(first, new PointerType(IrType.U64, MemorySpace.Stack)), builder.Constant(IrType.U64, 0));
        return none;
    }

    private static string ConstantMessage(string text, SourceSpan span)
    {
        var format = new MessageFormat(null!);
        format.Add(text, span);
        return format.ToString();
    }
}
