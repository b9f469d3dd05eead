using System.Collections.Immutable;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>
/// The <c>exit</c> callback that every scheduler has: it keeps why the kernel ended the scheduler (<c>struct scx_exit_info</c>) where the loader
/// reads it, then calls the user's own. sched_ext tells the reason nowhere else.
/// </summary>
internal static class ExitRecord
{
    public const string Callback = "exit";

    private const string RecordName = "uei", DumpName = "uei_dump", DumpLengthName = "uei_dump_len";
    private const int ReasonLength = 128, MessageLength = 1024;

    /// <summary>(to, bytes, from).</summary>
    public static readonly Helper ReadKernelText = new("bpf_probe_read_kernel_str", 115);

    /// <summary>Names that the record takes.</summary>
    public static readonly ImmutableArray<string> ReservedSymbols = [RecordName, DumpName, DumpLengthName, "_license", "license"];

    public static (ImmutableArray<Global> Globals, Function Function) Build(FunctionReference reference, FunctionReference? user, SourceSpan span)
    {
        var record = new StructType("user_exit_info", [
            new StructField("kind", IrType.S32, 0),
            new StructField("exit_code", IrType.S64, 8),
            new StructField("reason", new ArrayType(IrType.S8, ReasonLength), 16),
            new StructField("msg", new ArrayType(IrType.S8, MessageLength), 16 + ReasonLength),
        ], 16 + ReasonLength + MessageLength, 8);
        var uei = new Global(RecordName, record, GlobalSection.Data, span);
        var dump = new Global(DumpName, new ArrayType(IrType.S8, 1), GlobalSection.Data, span) { SectionSuffix = DumpName };
        var dumpLength = new Global(DumpLengthName, IrType.U32, GlobalSection.ReadOnly, span);

        var info = new Value(new PointerType(new KernelType("scx_exit_info"), MemorySpace.Kernel), "info");
        var builder = new FunctionBuilder { Span = span };
        KeepDump(builder, info, dump, dumpLength);
        KeepText(builder, info, uei, record, 2, "reason", ReasonLength);
        KeepText(builder, info, uei, record, 3, "msg", MessageLength);
        KeepNumber(builder, info, uei, record, 1, "exit_code");
        // Last, since a kind other than 0 tells the loader that the rest is there.
        KeepNumber(builder, info, uei, record, 0, "kind", isEnum: true);
        if (user is not null)
            builder.Add(new Call(user, [info]));
        builder.End(new Return(null));
        return ([uei, dump, dumpLength], new Function(reference, "Exit", [info], builder.Finish(), span));
    }

    private static void KeepDump(FunctionBuilder builder, Value info, Global dump, Global dumpLength)
    {
        var length = builder.Load(builder.Emit(new GlobalAddress(dumpLength), Address(IrType.U32)));
        var (keep, kept) = (builder.NewBlock("dump"), builder.NewBlock("kept"));
        builder.Branch(builder.Compare(Relation.NotEqual, length, builder.Constant(IrType.U32, 0)), keep, kept);
        builder.Begin(keep);
        ReadText(builder, builder.Emit(new GlobalAddress(dump), Address(dump.Type)), length, Pointer(builder, info, "dump"));
        builder.Jump(kept);
        builder.Begin(kept);
    }

    private static void KeepText(
        FunctionBuilder builder, Value info, Global uei, StructType record, int field, string name, int length) =>
        ReadText(builder, Field(builder, uei, record, field), builder.Constant(IrType.U32, length), Pointer(builder, info, name));

    private static void KeepNumber(FunctionBuilder builder, Value info, Global uei, StructType record, int field, string name, bool isEnum = false)
    {
        var type = record.Fields[field].Type;
        var from = builder.Emit(new KernelFieldAddress(info, name) { IsEnum = isEnum }, new PointerType(type, MemorySpace.Kernel));
        builder.Add(new Store(Field(builder, uei, record, field), builder.Load(from)) { Volatile = true });
    }

    private static void ReadText(FunctionBuilder builder, Value to, Value length, Value from) =>
        builder.Emit(new CallHelper(ReadKernelText, [to, length, from]), IrType.S64);

    private static Value Pointer(FunctionBuilder builder, Value info, string name)
    {
        var text = new PointerType(IrType.S8, MemorySpace.Kernel);
        return builder.Load(builder.Emit(new KernelFieldAddress(info, name), new PointerType(text, MemorySpace.Kernel)));
    }

    private static Value Field(FunctionBuilder builder, Global uei, StructType record, int field)
    {
        var address = builder.Emit(new GlobalAddress(uei), Address(record));
        return builder.Emit(new FieldAddress(address, record, field), Address(record.Fields[field].Type));
    }

    private static PointerType Address(IrType type) => new(type, MemorySpace.Global);
}
