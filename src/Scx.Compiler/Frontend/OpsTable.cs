using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>Makes the <c>sched_ext_ops</c> of a scheduler.</summary>
internal static class OpsTable
{
    /// <summary>SCX_OPS_NAME_LEN: bytes of <c>sched_ext_ops.name</c>, the final 0 included.</summary>
    public const int NameCapacity = 128;

    /// <summary>SCX_WATCHDOG_MAX_TIMEOUT, in milliseconds.</summary>
    public const uint MaxTimeoutMs = 30000;

    /// <summary>The symbol of the table, and so the name of its map.</summary>
    public static string VariableName(SchedulerModel model) => model.Identifier + "_ops";

    public static StructOps Build(SchedulerModel model, AttributeData form, ImmutableArray<Program> programs)
    {
        var members = ImmutableArray.CreateBuilder<StructOpsMember>();
        foreach (var program in programs.Where(p => p.Entry is null))
            members.Add(new CallbackMember(program.Member ?? program.Callback, program));
        AddNumber(members, "dispatch_max_batch", IrType.U32, model.Attribute.Named("DispatchMaxBatch", 0u));
        AddNumber(members, "flags", IrType.U64, Flags(model.Attribute) is { } flags ? Number(flags) : 0);
        AddNumber(members, "timeout_ms", IrType.U32, model.Attribute.Named("TimeoutMs", 0u));
        AddNumber(members, "exit_dump_len", IrType.U32, model.Attribute.Named("ExitDumpLen", 0u));
        AddNumber(members, "cid_shard_size", IrType.U32, model.Attribute.Named("CidShardSize", 0u));
        AddNumber(members, "rescue_bandwidth_ppt", IrType.U32, model.Attribute.Named("RescueBandwidthPpt", 0u));
        AddNumber(members, "rescue_quantum_us", IrType.U32, model.Attribute.Named("RescueQuantumUs", 0u));
        // The loader's: the kernel refuses a scheduler if CPUs came or went since the loader read them.
        members.Add(new NumberMember("hotplug_seq", IrType.U64, 0));
        members.Add(new TextMember("name", model.Name, NameCapacity));
        return new StructOps(form.Text(0), VariableName(model), members.ToImmutable())
        {
            IsCidForm = model.IsCidForm,
            Span = model.Attribute.ApplicationSyntaxReference is { } at ? Spans.Of(at.SyntaxTree, at.Span) : Spans.Of(model.Class),
        };
    }

    /// <summary>Bits of <c>Flags</c> that are no value of its enum; the kernel refuses them (SCX_OPS_ALL_FLAGS of kernel/sched/ext).</summary>
    public static ulong UnknownFlags(AttributeData attribute)
    {
        if (Flags(attribute) is not { Type: INamedTypeSymbol type } flags)
            return 0;
        return Number(flags) & ~type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue)
            .Aggregate(0UL, (known, f) => known | unchecked((ulong)KernelBindings.ConstantNumber(f.ConstantValue!)));
    }

    private static TypedConstant? Flags(AttributeData attribute) =>
        attribute.NamedArguments.Where(a => a.Key == "Flags" && a.Value.Value is not null).Select(a => (TypedConstant?)a.Value).FirstOrDefault();

    private static ulong Number(TypedConstant flags) => unchecked((ulong)KernelBindings.ConstantNumber(flags.Value!));

    private static void AddNumber(ImmutableArray<StructOpsMember>.Builder members, string name, IntType type, ulong number)
    {
        if (number != 0)
            members.Add(new NumberMember(name, type, number));
    }
}
