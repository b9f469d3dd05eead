using Scx.Compiler.Ir;
using static Scx.Compiler.Ir.BinaryOperator;
using static Scx.Compiler.Ir.Relation;

namespace Scx.Backend.Tests;

/// <summary>The policy of the kernel's scx_simple, as the front end would lower it.</summary>
internal static class SimpleScheduler
{
    private static readonly IrType s_task = ModuleBuilder.Task;
    private static readonly IrType s_boolAddress = new PointerType(IrType.Bool, MemorySpace.Stack);
    private static readonly KernelType s_entity = new("sched_ext_entity");

    private static readonly KernelFunction s_selectCpu = Single("scx_bpf_select_cpu_dfl", IrType.S32, s_task, IrType.S32, IrType.U64, s_boolAddress);
    private static readonly KernelFunction s_moveToLocal = Single("scx_bpf_dsq_move_to_local", IrType.Bool, IrType.U64);
    private static readonly KernelFunction s_createDsq = Single("scx_bpf_create_dsq", IrType.S32, IrType.U64, IrType.S32);

    public static readonly KernelFunction Insert = new("DsqInsert",
    [
        new("scx_bpf_dsq_insert___v2", IrType.Bool, [s_task, IrType.U64, IrType.U64, IrType.U64]),
        new("scx_bpf_dsq_insert", IrType.Void, [s_task, IrType.U64, IrType.U64, IrType.U64]),
    ]);

    private static readonly StructType s_vtimeArguments = new("scx_bpf_dsq_insert_vtime_args",
        [new("dsq_id", IrType.U64, 0), new("slice", IrType.U64, 8), new("vtime", IrType.U64, 16), new("enq_flags", IrType.U64, 24)], 32, 8);

    private static readonly KernelFunction s_insertVtime = new("DsqInsertVtime",
    [
        new("__scx_bpf_dsq_insert_vtime", IrType.Bool, [s_task, new PointerType(s_vtimeArguments, MemorySpace.Stack)], new ArgumentPacking(s_vtimeArguments, 1)),
        new("scx_bpf_dsq_insert_vtime", IrType.Void, [s_task, IrType.U64, IrType.U64, IrType.U64, IrType.U64]),
    ]);

    public static ModuleBuilder Build()
    {
        var module = new ModuleBuilder("simple");
        Global fifo = module.Global("fifo", IrType.Bool, GlobalSection.ReadOnly) with { Tags = ["scx:tunable:Schedule first-in first-out"] };
        module.Globals[0] = fifo;
        Global vtimeNow = module.Global("vtimeNow", IrType.U64);
        Map stats = module.Map("local", MapKinds.PerCpuArray, IrType.U32, IrType.U64) with { Tags = ["scx:stat:"] };
        module.Maps[0] = stats;

        module.AddProgram("select_cpu", SelectCpu(stats));
        module.AddProgram("enqueue", Enqueue(fifo, vtimeNow));
        module.AddProgram("dispatch", Dispatch());
        module.AddProgram("running", Running(vtimeNow));
        module.AddProgram("stopping", Stopping());
        module.AddProgram("enable", Enable(vtimeNow));
        module.AddProgram("init", Init(), sleepable: true);
        module.Number("timeout_ms", IrType.U32, 5000);
        return module;
    }

    private static KernelFunction Single(string symbol, IrType result, params IrType[] parameters) =>
        new(symbol, [new KernelFunctionForm(symbol, result, [.. parameters])]);

    private static Value Slice(FunctionBuilder f) => f.Add(new KernelEnumConstant("scx_public_consts", "SCX_SLICE_DFL", 20_000_000, false), IrType.U64);

    private static Value Vtime(FunctionBuilder f, Value task) => f.Field(f.Field(task, "scx", s_entity), "dsq_vtime", IrType.U64);

    private static FunctionBuilder SelectCpu(Map stats)
    {
        var f = new FunctionBuilder("simple_select_cpu", IrType.S32, ("p", s_task), ("prevCpu", IrType.S32), ("wakeFlags", IrType.U64)).At(10);
        BlockReference idle = new("idle"), found = new("found"), insert = new("insert"), done = new("done");
        Value isIdle = f.Add(new StackSlot(IrType.Bool, "isIdle"), s_boolAddress);
        f.Add(new Zero(isIdle, IrType.Bool));
        Value cpu = f.At(11).Call(s_selectCpu, IrType.S32, f[0], f[1], f[2], isIdle);
        f.At(12).Branch(f.Load(isIdle), idle, done);

        f.Start(idle);
        Value key = f.At(13).Add(new StackSlot(IrType.U32, null), new PointerType(IrType.U32, MemorySpace.Stack));
        f.Add(new Store(key, f.Number(IrType.U32, 0)));
        Value count = f.Operate(stats, MapKinds.Lookup, new PointerType(IrType.U64, MemorySpace.MapValue, true), key);
        f.Branch(f.Compare(NotEqual, count, f.Add(new NullConstant(), count.Type)), found, insert);

        f.Start(found);
        f.Add(new Store(count, f.Op(Add, f.Load(count), f.Number(IrType.U64, 1))));
        f.Jump(insert);

        f.Start(insert);
        Value local = f.At(14).Add(new KernelEnumConstant("scx_dsq_id_flags", "SCX_DSQ_LOCAL", unchecked((long)0x8000000000000002), false), IrType.U64);
        f.Call(Insert, IrType.Bool, f[0], local, Slice(f), f.Number(IrType.U64, 0));
        f.Jump(done);

        f.Start(done);
        f.At(15).Return(cpu);
        return f;
    }

    private static FunctionBuilder Enqueue(Global fifo, Global vtimeNow)
    {
        var f = new FunctionBuilder("simple_enqueue", IrType.Void, ("p", s_task), ("enqFlags", IrType.U64)).At(20);
        BlockReference first = new("fifo"), weighted = new("weighted"), late = new("late"), insert = new("insert");
        f.Branch(f.Load(f.Global(fifo)), first, weighted);

        f.Start(first);
        f.At(21).Call(Insert, IrType.Bool, f[0], f.Number(IrType.U64, 0), Slice(f), f[1]);
        f.Return();

        f.Start(weighted);
        Value vtime = f.At(22).Load(Vtime(f, f[0]));
        Value limit = f.At(23).Op(Subtract, f.Load(f.Global(vtimeNow)), Slice(f));
        Value difference = f.Convert(f.Op(Subtract, vtime, limit), IrType.S64);
        var bounded = new Value(IrType.U64, "vtime");
        f.End(new Branch(f.Compare(Less, difference, f.Number(IrType.S64, 0)), new Edge(late), new Edge(insert, [vtime])));

        f.Start(late);
        f.Jump(insert, f.At(24).Op(Subtract, f.Load(f.Global(vtimeNow)), Slice(f)));

        f.Start(insert, bounded);
        f.At(25).Call(s_insertVtime, IrType.Bool, f[0], f.Number(IrType.U64, 0), Slice(f), bounded, f[1]);
        f.Return();
        return f;
    }

    private static FunctionBuilder Dispatch()
    {
        var f = new FunctionBuilder("simple_dispatch", IrType.Void, ("cpu", IrType.S32), ("prev", s_task)).At(30);
        f.Call(s_moveToLocal, IrType.Bool, f.Number(IrType.U64, 0));
        f.Return();
        return f;
    }

    private static FunctionBuilder Running(Global vtimeNow)
    {
        var f = new FunctionBuilder("simple_running", IrType.Void, ("p", s_task)).At(35);
        BlockReference later = new("later"), done = new("done");
        Value vtime = f.Load(Vtime(f, f[0]));
        Value difference = f.Convert(f.Op(Subtract, f.Load(f.Global(vtimeNow)), vtime), IrType.S64);
        f.Branch(f.Compare(Less, difference, f.Number(IrType.S64, 0)), later, done);
        f.Start(later);
        f.Add(new Store(f.Global(vtimeNow), f.Load(Vtime(f, f[0]))));
        f.Jump(done);
        f.Start(done);
        f.Return();
        return f;
    }

    private static FunctionBuilder Stopping()
    {
        var f = new FunctionBuilder("simple_stopping", IrType.Void, ("p", s_task), ("runnable", IrType.Bool)).At(40);
        Value entity = f.Field(f[0], "scx", s_entity);
        Value vtime = f.Field(entity, "dsq_vtime", IrType.U64);
        Value old = f.Load(vtime);
        Value used = f.Op(Multiply, f.Op(Subtract, Slice(f), f.Load(f.Field(entity, "slice", IrType.U64))), f.Number(IrType.U64, 100));
        Value weight = f.Convert(f.Load(f.Field(entity, "weight", IrType.U32)), IrType.U64);
        f.Add(new Store(vtime, f.Op(Add, old, f.Op(Divide, used, weight))));
        f.Return();
        return f;
    }

    private static FunctionBuilder Enable(Global vtimeNow)
    {
        var f = new FunctionBuilder("simple_enable", IrType.Void, ("p", s_task)).At(45);
        f.Add(new Store(Vtime(f, f[0]), f.Load(f.Global(vtimeNow))));
        f.Return();
        return f;
    }

    private static FunctionBuilder Init()
    {
        var f = new FunctionBuilder("simple_init", IrType.S32).At(50);
        f.Return(f.Call(s_createDsq, IrType.S32, f.Number(IrType.U64, 0), f.Number(IrType.S32, -1)));
        return f;
    }
}
