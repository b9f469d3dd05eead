using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>Calls of kernel functions.</content>
internal sealed partial class FunctionTextWriter
{
    /// <summary>
    /// Tests the forms in order and calls the first that the kernel has. The loader resolves each test, so the verifier sees one way.
    /// </summary>
    private void WriteKernelCall(CallKernel call)
    {
        List<(string? Value, string Label)> results = [];
        string? joined = call.Function.Forms.Length > 1 ? NewLabel() : null;
        Dictionary<Value, string> names = joined is null ? [] : HoldConstants(call);
        for (int i = 0; i < call.Function.Forms.Length; i++)
        {
            KernelFunctionForm form = call.Function.Forms[i];
            string? otherwise = i < call.Function.Forms.Length - 1 ? NewLabel() : null;
            if (otherwise is not null)
            {
                string present = NewLabel();
                string exists = Define($"icmp ne ptr {_module.KernelFunctionSymbol(form)}, null");
                Emit($"br i1 {exists}, label %{present}, label %{otherwise}");
                StartBlock(present);
            }
            string? result = WriteForm(call, form);
            results.Add((result, _label));
            if (joined is not null)
                Emit($"br label %{joined}");
            if (otherwise is not null)
                StartBlock(otherwise);
        }
        if (joined is not null)
            StartBlock(joined);
        foreach ((Value argument, string name) in names)
            _names[argument] = name;
        if (call.Result is not { } value || value.Type is VoidType || !_used.Contains(value))
            return;
        Name(call, joined is null
            ? results[0].Value!
            : Define($"phi {LlvmSyntax.ValueType(value.Type)} {string.Join(", ", results.Select(r => $"[ {r.Value}, %{r.Label} ]"))}"));
    }

    /// <summary>
    /// Keeps the constants that take two instructions in registers across the forms; LLVM would make them anew for each. Yields their names from
    /// before, which hold again after the call: a block that this one does not dominate cannot see the register.
    /// </summary>
    private Dictionary<Value, string> HoldConstants(CallKernel call)
    {
        Dictionary<Value, string> before = [];
        foreach (Value argument in call.Arguments.Distinct())
        {
            if (_definitions.GetValueOrDefault(argument) is not KernelEnumConstant)
                continue;
            string type = LlvmSyntax.ValueType(argument.Type);
            string register = type == "i64" ? "r" : "w";
            before.Add(argument, _names[argument]);
            _names[argument] = Define($"call {type} asm \"\", \"={register},0\"({type} {Operand(argument)})");
        }
        return before;
    }

    /// <summary>Calls one form; yields the result as the binding has it, or null if no one reads it.</summary>
    private string? WriteForm(CallKernel call, KernelFunctionForm form)
    {
        IrType? wanted = call.Result is { } value && _used.Contains(value) && value.Type is not VoidType ? value.Type : null;
        if (form.Helper is { } helper)
            return HelperCall(helper.Number, InOrder(call, form).Select(a => (Operand(a), a.Type)), wanted);
        List<string> arguments = Arguments(call, form, out string? packed);
        string callee = $"call {LlvmSyntax.ValueType(form.ReturnType)} {_module.KernelFunctionSymbol(form)}({string.Join(", ", arguments)})";
        string? result = null;
        if (form.ReturnType is VoidType || wanted is null)
            Emit(callee);
        else
            result = Converted(Define(callee), form.ReturnType, wanted);
        if (packed is not null)
            Emit($"call void @llvm.lifetime.end.p0(i64 {Layout.SizeOf(form.Packing!.Struct)}, ptr {packed})");
        if (wanted is null || form.ReturnType is not VoidType)
            return result;
        // A form from before the function could fail: what it was asked for is done.
        return wanted is BoolType ? "true" : throw Broken(call.Span, $"'{form.Symbol}' returns nothing where {wanted} is expected");
    }

    private List<string> Arguments(CallKernel call, KernelFunctionForm form, out string? packed)
    {
        packed = null;
        Value[] given = InOrder(call, form);
        int plain = form.Packing?.FirstPacked ?? Math.Min(given.Length, form.Parameters.Length);
        if (given.Length < plain || form.Parameters.Length < plain + (form.Packing is null ? 0 : 1))
            throw Broken(call.Span, $"'{form.Symbol}' takes {form.Parameters.Length} arguments, the call has {given.Length}");
        List<string> arguments = [];
        for (int i = 0; i < plain; i++)
            arguments.Add(Argument(Converted(Operand(given[i]), given[i].Type, form.Parameters[i]), form.Parameters[i]));
        if (form.Packing is not null)
        {
            packed = Pack(call, form.Packing.Struct, given[plain..]);
            arguments.Add($"ptr {packed}");
        }
        // What the kernel fills in itself.
        foreach (IrType left in form.Parameters.Skip(arguments.Count))
            arguments.Add(Argument(LlvmSyntax.Literal(left, 0), left));
        return arguments;
    }

    /// <summary>The binding's arguments as the form takes them.</summary>
    private static Value[] InOrder(CallKernel call, KernelFunctionForm form) =>
        form.ArgumentOrder.IsEmpty ? [.. call.Arguments] : [.. form.ArgumentOrder.Select(i => call.Arguments[i])];

    private string Pack(CallKernel call, StructType type, Value[] given)
    {
        if (given.Length != type.Fields.Length)
            throw Broken(call.Span, $"'{type.Name}' has {type.Fields.Length} fields, the call {given.Length} arguments for it");
        string slot = NewName();
        int alignment = Layout.PlacedAlignmentOf(type);
        _entry.Append($"  {slot} = alloca {LlvmSyntax.MemoryType(type)}, align {alignment}\n");
        _module.UseIntrinsic("declare void @llvm.lifetime.start.p0(i64 immarg, ptr nocapture)");
        _module.UseIntrinsic("declare void @llvm.lifetime.end.p0(i64 immarg, ptr nocapture)");
        Emit($"call void @llvm.lifetime.start.p0(i64 {type.Size}, ptr {slot})");
        if (type.Fields.Sum(f => Layout.SizeOf(f.Type)) < type.Size)
            WriteZero(slot, type.Size, alignment);
        for (int i = 0; i < type.Fields.Length; i++)
        {
            StructField field = type.Fields[i];
            Value argument = given[i];
            string value = Converted(Operand(argument), argument.Type, field.Type);
            string address = field.Offset == 0 ? slot : Define($"getelementptr inbounds i8, ptr {slot}, i64 {field.Offset}");
            string stored = field.Type is BoolType ? Define($"zext i1 {value} to i8") : value;
            Emit($"store {LlvmSyntax.MemoryType(field.Type)} {stored}, ptr {address}, align {Layout.AlignmentAt(alignment, field.Offset)}");
        }
        return slot;
    }
}
