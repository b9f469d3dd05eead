using System.Collections.Immutable;
using Scx.Compiler.Backend.Btf;
using Scx.Compiler.Ir;

namespace Scx.Backend.Tests;

public sealed class BtfTests
{
    private static readonly CompiledObject s_simple = CompiledObject.Of(SimpleScheduler.Build());

    [Fact]
    public void OpsHoldJustTheMembersSet()
    {
        BtfType ops = s_simple.Btf.Find(BtfKind.Struct, "sched_ext_ops")!;
        Assert.Equal(
            ["select_cpu", "enqueue", "dispatch", "running", "stopping", "enable", "init", "timeout_ms", "name"], ops.Members.Select(m => m.Name));
        BtfType enqueue = s_simple.Btf.Types[ops.Members[1].Type];
        Assert.Equal(BtfKind.Pointer, enqueue.Kind);
        Assert.Equal(BtfKind.FunctionPrototype, s_simple.Btf.Types[(int)enqueue.SizeOrType].Kind);
        Assert.Equal(5000, BitConverter.ToInt32(s_simple.Elf.Section(".struct_ops.link")!.Data, (int)ops.Members[7].Value / 8));
    }

    [Fact]
    public void TagsDescribeTunablesAndStats()
    {
        Assert.Equal(["scx:tunable:Schedule first-in first-out"], s_simple.Btf.Tags(s_simple.Btf.Find(BtfKind.Variable, "fifo")!).ToArray());
        Assert.Equal(["scx:stat:"], s_simple.Btf.Tags(s_simple.Btf.Find(BtfKind.Variable, "local")!).ToArray());
        Assert.Empty(s_simple.Btf.Tags(s_simple.Btf.Find(BtfKind.Variable, "vtimeNow")!));
    }

    [Fact]
    public void KernelStructsHoldJustTheFieldsUsed()
    {
        Assert.Equal(["scx"], s_simple.Btf.Find(BtfKind.Struct, "task_struct")!.Members.Select(m => m.Name));
        Assert.Equal(["dsq_vtime", "slice", "weight"], s_simple.Btf.Find(BtfKind.Struct, "sched_ext_entity")!.Members.Select(m => m.Name));
    }

    [Fact]
    public void ChainOfFieldsIsOneRelocation()
    {
        RelocationRecord[] stopping = [.. s_simple.Relocations.Where(r => r.Section == "struct_ops/simple_stopping" && r.Kind == 0)];
        Assert.Equal(["0:0:1", "0:0:2", "0:0:0", "0:0:0"], stopping.Select(r => r.Access));
        Assert.All(stopping, r => Assert.Equal("task_struct", r.Type.Name));
    }

    /// <summary>A field of the kernel's own struct is asked for by one relocation, and used by way of the whole chain.</summary>
    [Fact]
    public void FieldsAreAskedFor()
    {
        CompiledObject made = CompiledObject.Of(AskingInALoop());
        RelocationRecord asked = Assert.Single(made.Relocations, r => r.Kind == 2);
        Assert.Equal(("sched_ext_entity", "0:0"), (asked.Type.Name, asked.Access));
        RelocationRecord used = Assert.Single(made.Relocations, r => r is { Kind: 0, Section: "struct_ops/test_exit_task" });
        Assert.Equal(("task_struct", "0:0:0"), (used.Type.Name, used.Access));
    }

    /// <summary>
    /// Where a kernel lacks the field the loader makes the instruction an invalid one. LLVM is kept from computing the offset ahead of the test, and has it
    /// in the load itself.
    /// </summary>
    [Fact]
    public void FieldIsNotLookedForAheadOfTheTest()
    {
        const int load = 1; // BPF_LDX
        ModuleBuilder module = AskingInALoop();
        Assert.Contains("load volatile i64, ptr @\"llvm.task_struct:0:", module.Text(), StringComparison.Ordinal);
        CompiledObject made = CompiledObject.Of(module);
        RelocationRecord used = Assert.Single(made.Relocations, r => r is { Kind: 0, Section: "struct_ops/test_exit_task" });
        Assert.Equal(load, made.Elf.Section(used.Section)!.Data[(int)used.Offset] & 7);
    }

    [Fact]
    public void EnumValuesAreRelocated()
    {
        Assert.Contains(s_simple.Relocations, r => r is { Kind: 11, Type: { Kind: BtfKind.Enum64, Name: "scx_dsq_id_flags" } });
        Assert.Contains(s_simple.Relocations, r => r is { Kind: 11, Type: { Kind: BtfKind.Enum, Name: "scx_public_consts" } });
        Assert.Equal(unchecked((long)0x8000000000000002), s_simple.Btf.Find(BtfKind.Enum64, "scx_dsq_id_flags")!.Members[0].Value);
    }

    [Fact]
    public void ValuesOfOneEnumShareItsType()
    {
        CompiledObject made = Init(f =>
        {
            Value a = f.Add(new KernelEnumConstant("scx_enq_flags", "SCX_ENQ_HEAD", 16, false), IrType.U64);
            Value b = f.Add(new KernelEnumConstant("scx_enq_flags", "SCX_ENQ_PREEMPT", 1L << 32, true), IrType.U64);
            return f.Convert(f.Op(BinaryOperator.Or, a, b), IrType.S32);
        });
        Assert.Equal(["SCX_ENQ_HEAD", "SCX_ENQ_PREEMPT"], Assert.Single(made.Btf.Types, t => t.Name == "scx_enq_flags").Members.Select(m => m.Name));
        Assert.Equal([(10, "1"), (11, "0"), (11, "1")], made.Relocations.Select(r => (r.Kind, r.Access)).Order());
    }

    [Fact]
    public void MapsAreDefinedInBtf()
    {
        var pair = new StructType("Pair", [new("Small", IrType.U8, 0), new("Wide", IrType.S64, 8)], 16, 8);
        var module = new ModuleBuilder();
        module.Map("table", MapKinds.Hash, IrType.S32, pair, 1000);
        module.Map("line", MapKinds.Queue, null, IrType.U64, 4096);
        module.Maps[0] = module.Maps[0] with { Flags = 1 };
        CompiledObject made = Init(f => f.Number(IrType.S32, 0), module);

        Dictionary<string, BtfType> table = Attributes(made, "table");
        Assert.Equal(["type", "max_entries", "key", "value", "map_flags"], table.Keys);
        Assert.Equal((1u, 1000u, 1u), (table["type"].Detail, table["max_entries"].Detail, table["map_flags"].Detail));
        Assert.Equal((BtfKind.Int, 4u), (table["key"].Kind, table["key"].SizeOrType));
        Assert.Equal([("Small", 0L), ("Wide", 64L)], table["value"].Members.Select(m => (m.Name, m.Value)));
        Assert.Equal(16u, table["value"].SizeOrType);
        Assert.Equal(["type", "max_entries", "value"], Attributes(made, "line").Keys);
    }

    [Fact]
    public void MapsThatAreAlikeShareADefinition()
    {
        var module = new ModuleBuilder();
        foreach (string name in new[] { "first", "second", "third" })
            module.Map(name, MapKinds.Hash, IrType.S32, IrType.U64, 64);
        module.Map("longer", MapKinds.Hash, IrType.S32, IrType.U64, 128);
        CompiledObject made = Init(f => f.Number(IrType.S32, 0), module);

        Assert.Equal(64u, Attributes(made, "third")["max_entries"].Detail);
        Assert.Equal(128u, Attributes(made, "longer")["max_entries"].Detail);
        Assert.Equal(2, made.Btf.Types.Count(t => t.Kind == BtfKind.Struct && t.Members.Any(m => m.Name == "max_entries")));
    }

    // LLVM's order depends on where its memory is.
    [Fact]
    public void WhatIsOnlyDeclaredIsInTheOrderOfItsName()
    {
        string[] names = ["task_struct", "io_context", "cgroup", "bpf_cpumask"];
        var fields = names.Select((name, i) => new StructField($"Of_{name}", new KptrType(new KernelType(name)), 8 * i));
        var module = new ModuleBuilder();
        module.Map("slots", MapKinds.Hash, IrType.S32, new StructType("Slots", [.. fields], 8 * names.Length, 8));
        CompiledObject made = Init(f => f.Number(IrType.S32, 0), module);

        Assert.Equal(names.Order(StringComparer.Ordinal), made.Btf.Types.Select(t => t.Name).Where(names.Contains));
        foreach (BtfMember member in Assert.Single(made.Btf.Types, t => t.Name == "Slots").Members)
        {
            BtfType type = made.Btf.Types[member.Type];
            while (type.Name is "" or "kptr")
                type = made.Btf.Types[(int)type.SizeOrType];
            Assert.Equal(member.Name, $"Of_{type.Name}");
        }
    }

    [Fact]
    public void KernelFunctionsHaveTheirPrototype()
    {
        BtfType function = s_simple.Btf.Find(BtfKind.Function, "__scx_bpf_dsq_insert_vtime")!;
        BtfType prototype = s_simple.Btf.Types[(int)function.SizeOrType];
        Assert.Equal(2u, function.Detail);
        Assert.Equal(BtfKind.Int, s_simple.Btf.Types[(int)prototype.SizeOrType].Kind);
        Assert.Equal(["task_struct", "scx_bpf_dsq_insert_vtime_args"],
            prototype.Members.Select(p => s_simple.Btf.Types[(int)s_simple.Btf.Types[p.Type].SizeOrType].Name));
        Assert.DoesNotContain(s_simple.Btf.Types, t => t.Kind == BtfKind.Forward);
    }

    [Fact]
    public void UnusedKernelStructIsEmptyAndDefined()
    {
        var mask = new PointerType(new KernelType("cpumask"), MemorySpace.Kernel);
        var first = new KernelFunction("First", [new("bpf_cpumask_first", IrType.U32, [mask])]);
        CompiledObject made = Init(f =>
        {
            Value task = f.Call(new KernelFunction("Current", [new("bpf_get_current_task_btf", ModuleBuilder.Task, [])]), ModuleBuilder.Task);
            return f.Convert(f.Call(first, IrType.U32, f.Load(f.Field(task, "cpus_ptr", mask))), IrType.S32);
        });
        BtfType cpumask = Assert.Single(made.Btf.Types, t => t.Name == "cpumask");
        Assert.Equal((BtfKind.Struct, 0), (cpumask.Kind, cpumask.Members.Length));
    }

    [Fact]
    public void EnumFieldIsAnEnum()
    {
        CompiledObject made = Init(f =>
        {
            Value task = f.Call(new KernelFunction("Current", [new("bpf_get_current_task_btf", ModuleBuilder.Task, [])]), ModuleBuilder.Task);
            Value kind = f.Add(new KernelFieldAddress(task, "kind") { IsEnum = true }, new PointerType(IrType.S32, MemorySpace.Kernel));
            return f.Load(kind);
        });
        BtfType task = made.Btf.Find(BtfKind.Struct, "task_struct")!;
        Assert.Equal((BtfKind.Enum, 4u), (made.Btf.Types[task.Members[0].Type].Kind, made.Btf.Types[task.Members[0].Type].SizeOrType));
    }

    [Fact]
    public void NamesThatCDoesNotKnowAreSpelledOut()
    {
        var odd = new StructType("Größe<int>", [new("wörter", IrType.U64, 0)], 8, 8);
        var module = new ModuleBuilder();
        module.Global("odd", odd);
        CompiledObject made = Init(f => f.Number(IrType.S32, 0), module);
        BtfType type = Assert.Single(made.Btf.Types, t => t.Kind == BtfKind.Struct && t.Members is [{ Name: "w_rter" }]);
        Assert.All(type.Name, c => Assert.True(char.IsAsciiLetterOrDigit(c) || c == '_'));
    }

    private static CompiledObject Init(Func<FunctionBuilder, Value> body, ModuleBuilder? module = null)
    {
        module ??= new ModuleBuilder();
        var f = new FunctionBuilder("test_init", IrType.S32);
        f.Return(body(f));
        module.AddProgram("init", f, sleepable: true);
        return CompiledObject.Of(module);
    }

    /// <summary>Adds a field that some kernel lacks to a sum, up to 100 times.</summary>
    private static ModuleBuilder AskingInALoop()
    {
        var entity = new KernelType("sched_ext_entity");
        var module = new ModuleBuilder();
        Global total = module.Global("total", IrType.U64);
        var f = new FunctionBuilder("test_exit_task", IrType.Void, ("p", ModuleBuilder.Task));
        BlockReference turn = new("turn"), present = new("present"), next = new("next"), done = new("done");
        Value i = new(IrType.U64, "i"), sum = new(IrType.U64, "sum"), added = new(IrType.U64, "added");
        f.Jump(turn, f.Number(IrType.U64, 0), f.Load(f.Global(total)));
        f.Start(turn, i, sum);
        Value asked = f.Add(new KernelFieldExists(entity, "later") { FieldType = IrType.U64 }, IrType.Bool);
        Value wanted = f.Op(BinaryOperator.And, asked, f.Compare(Relation.Less, sum, f.Number(IrType.U64, 1000)));
        f.End(new Branch(wanted, new Edge(present), new Edge(next, [sum])));
        f.Start(present);
        f.Jump(next, f.Op(BinaryOperator.Add, sum, f.Load(f.Field(f.Field(f[0], "scx", entity), "later", IrType.U64))));
        f.Start(next, added);
        Value count = f.Op(BinaryOperator.Add, i, f.Number(IrType.U64, 1));
        f.End(new Branch(f.Compare(Relation.Less, count, f.Number(IrType.U64, 100)), new Edge(turn, [count, added]), new Edge(done)));
        f.Start(done);
        f.Add(new Store(f.Global(total), added));
        f.Return();
        module.AddProgram("exit_task", f);
        return module;
    }

    /// <summary>The members of a map's definition, each pointer followed.</summary>
    private static Dictionary<string, BtfType> Attributes(CompiledObject made, string map)
    {
        BtfType definition = made.Btf.Types[(int)made.Btf.Find(BtfKind.Variable, map)!.SizeOrType];
        ImmutableArray<BtfMember> members = definition.Members;
        return members.ToDictionary(m => m.Name, m => made.Btf.Types[(int)made.Btf.Types[m.Type].SizeOrType]);
    }
}
