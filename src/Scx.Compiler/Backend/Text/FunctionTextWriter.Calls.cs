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
                WriteHelperCall(call, call.Helper.Number, call.Arguments.Select(a => (Operand(a), a.Type)));
                break;
            case MapOperation operation:
                WriteHelperCall(operation, operation.Helper.Number, operation.Arguments.Select(a => (Operand(a), a.Type)));
                break;
            default:
                throw Broken(instruction.Span, $"no text for {instruction.GetType().Name}");
        }
    }

    /// <summary>Helpers take and return whole registers; the verifier bounds a size by all 64 bits of its register.</summary>
    private void WriteHelperCall(CallInstruction call, int number, IEnumerable<(string Value, IrType Type)> arguments)
    {
        string list = string.Join(", ", arguments.Select(a => a.Type is PointerType
            ? $"ptr {a.Value}"
            : $"i64 {Converted(a.Value, a.Type, IrType.U64)}").ToArray());
        string callee = $"inttoptr (i64 {number} to ptr)({list})";
        if (call.Result is not { } result || result.Type is VoidType)
            Emit($"call i64 {callee}");
        else if (result.Type is PointerType)
            Emit($"{Name(call)} = call ptr {callee}");
        else
            Name(call, Converted(Define($"call i64 {callee}"), IrType.S64, result.Type));
    }

    private static string Argument(string value, IrType type) => $"{LlvmSyntax.ValueType(type)} {LlvmSyntax.Extension(type)}{value}";
}
