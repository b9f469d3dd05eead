using Scx.Compiler.Ir;

namespace Scx.Compiler.Backend;

/// <content>What the loader fills in from the running kernel (CO-RE), and whether the kernel has a function.</content>
internal sealed partial class FunctionTextWriter
{
    private void WriteRelocated(Instruction instruction)
    {
        switch (instruction)
        {
            case KernelFieldAddress field:
                WriteFieldAddress(field);
                break;
            case KernelFieldExists exists:
                KernelStruct type = _module.KernelStructOf(exists.Struct.Name);
                string symbol = _module.FieldRelocation(RelocationKind.FieldExists, type.Name, [type.IndexOf(exists.Field)], 1);
                Emit($"{Name(exists)} = icmp ne i32 {Relocated(symbol, "i32")}, 0");
                break;
            case KernelEnumConstant constant:
                WriteEnumConstant(constant);
                break;
            case KernelEnumExists exists:
                Emit($"{Name(exists)} = icmp ne i64 {KernelEnum(exists.Asked, value: false)}, 0");
                break;
            case KernelFunctionExists exists:
                Emit($"{Name(exists)} = icmp ne ptr {_module.KernelFunctionSymbol(exists.Form)}, null");
                break;
        }
    }

    /// <summary>
    /// One relocation for a whole chain, such as <c>p-&gt;scx.dsq_vtime</c>: the loader then finds the last field by way of the others. LLVM may not read
    /// ahead of the test for a field that some kernel lacks: see <see cref="WriteEnumConstant"/>.
    /// </summary>
    private void WriteFieldAddress(KernelFieldAddress field)
    {
        Value root = field.Object;
        Stack<KernelFieldAddress> chain = new([field]);
        while (_definitions.GetValueOrDefault(root) is KernelFieldAddress outer)
        {
            chain.Push(outer);
            root = outer.Object;
        }
        string structName = KernelStructTable.StructOf(chain.Peek());
        List<int> path = [];
        int offset = 0;
        bool guarded = false;
        foreach (KernelFieldAddress step in chain)
        {
            KernelStruct type = _module.KernelStructOf(KernelStructTable.StructOf(step));
            path.Add(type.IndexOf(step.Field));
            offset += _module.KernelFieldOffset(type, path[^1]);
            guarded |= _module.IsAskedFor(type.Name, step.Field);
        }
        string symbol = _module.FieldRelocation(RelocationKind.FieldByteOffset, structName, path, offset);
        string distance = Define($"load{(guarded ? " volatile" : "")} i64, ptr {symbol}, align 8");
        string address = Define($"getelementptr i8, ptr {Operand(root)}, i64 {distance}");
        Emit($"{Name(field)} = call ptr @llvm.bpf.passthrough.p0.p0(i32 {_module.NextPassthrough("ptr")}, ptr {address})");
    }

    /// <summary>Reads what the loader fills in.</summary>
    /// <param name="symbol">The variable.</param>
    /// <param name="type">Its type.</param>
    /// <param name="guarded">
    /// A test comes first, and LLVM may not read ahead of it, which it otherwise may: the variable always exists to it.
    /// </param>
    private string Relocated(string symbol, string type, bool guarded = false)
    {
        string loaded = Define($"load{(guarded ? " volatile" : "")} {type}, ptr {symbol}, align {(type == "i64" ? 8 : 4)}");
        return Define($"call {type} @llvm.bpf.passthrough.{type}.{type}(i32 {_module.NextPassthrough(type)}, {type} {loaded})");
    }

    /// <summary>
    /// A value that some kernel lacks is read behind a test: the loader puts an invalid instruction in place of a relocation that it cannot
    /// resolve, which the verifier takes only where no path leads.
    /// </summary>
    private void WriteEnumConstant(KernelEnumConstant constant)
    {
        if (!constant.Optional)
        {
            Name(constant, Converted(KernelEnum(constant, value: true), IrType.U64, constant.Result!.Type));
            return;
        }
        string present = NewLabel(), joined = NewLabel(), before = _label;
        string exists = Define($"icmp ne i64 {KernelEnum(constant, value: false)}, 0");
        Emit($"br i1 {exists}, label %{present}, label %{joined}");
        StartBlock(present);
        string number = KernelEnum(constant, value: true, guarded: true);
        Emit($"br label %{joined}");
        StartBlock(joined);
        string merged = Define($"phi i64 [ {number}, %{present} ], [ 0, %{before} ]");
        Name(constant, Converted(merged, IrType.U64, constant.Result!.Type));
    }

    private string KernelEnum(KernelEnumConstant constant, bool value, bool guarded = false)
    {
        RelocationKind kind = value ? RelocationKind.EnumValue : RelocationKind.EnumValueExists;
        return Relocated(_module.EnumRelocation(kind, constant, value ? constant.Number : 1), "i64", guarded);
    }
}
