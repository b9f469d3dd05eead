using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>Calls of the scheduler's own methods, of helpers and of maps.</content>
internal sealed partial class FunctionTextWriter
{
    private void WriteCall(CallInstruction instruction)
    {
        switch (instruction)
        {
            case Call call:
                IrType type = call.Function.ReturnType;
                string arguments = string.Join(", ", call.Arguments.Select(
                    (a, i) => Argument(Operand(a), call.Function.ParameterTypes[i])));
                string symbol = LlvmSyntax.Symbol(_module.CallSymbol(call.Function));
                string target = $"call {LlvmSyntax.Extension(type)}{LlvmSyntax.ValueType(type)} {symbol}({arguments})";
                Emit(type is VoidType || call.Result is null ? target : $"{Name(call)} = {target}");
                break;
            case CallKernel call:
                WriteKernelCall(call);
                break;
            case CallHelper call:
                WriteHelperCall(call, call.Helper.Number, [.. call.Arguments.Select(a => (Operand(a), a.Type)), .. Enumerable.Repeat(("0", (IrType)IrType.U64), call.Helper.Zeros)]);
                break;
            case MapOperation operation:
                WriteHelperCall(operation, operation.Helper.Number, operation.Arguments.Select(a => (Operand(a), a.Type)));
                break;
            case AtomicOperation atomic:
                WriteAtomic(atomic);
                break;
            default:
                throw Broken(instruction.Span, $"no text for {instruction.GetType().Name}");
        }
    }

    private void WriteHelperCall(CallInstruction call, int number, IEnumerable<(string Value, IrType Type)> arguments)
    {
        string? result = HelperCall(number, arguments, call.Result?.Type is null or VoidType ? null : call.Result.Type);
        if (result is not null)
            Name(call, result);
    }

    /// <summary>Helpers take and return whole registers; the verifier bounds a size by all 64 bits of its register.</summary>
    private string? HelperCall(int number, IEnumerable<(string Value, IrType Type)> arguments, IrType? wanted)
    {
        string list = string.Join(", ", arguments.Select(a => a.Type is PointerType
            ? $"ptr {a.Value}"
            : $"i64 {Converted(a.Value, a.Type, IrType.U64)}").ToArray());
        string callee = $"inttoptr (i64 {number} to ptr)({list})";
        if (wanted is null)
        {
            Emit($"call i64 {callee}");
            return null;
        }
        return wanted is PointerType ? Define($"call ptr {callee}") : Converted(Define($"call i64 {callee}"), IrType.S64, wanted);
    }

    private static string Argument(string value, IrType type) => $"{LlvmSyntax.ValueType(type)} {LlvmSyntax.Extension(type)}{value}";
}
