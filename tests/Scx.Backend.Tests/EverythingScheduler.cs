using System.Collections.Immutable;
using Scx.Compiler.Ir;
using static Scx.Compiler.Ir.BinaryOperator;

namespace Scx.Backend.Tests;

/// <summary>
/// A scheduler whose <c>init</c> tries what SimpleScheduler leaves out and keeps the results in the global <c>results</c>, numbered as in
/// <see cref="Expected"/>. It can be loaded and its global be read.
/// </summary>
internal static class EverythingScheduler
{
    private static readonly IrType s_stackInt = new PointerType(IrType.U32, MemorySpace.Stack);
    private static readonly IrType s_stackLong = new PointerType(IrType.U64, MemorySpace.Stack);
    private static readonly StructType s_pair = new("Pair", [new("Small", IrType.U8, 0), new("Set", IrType.Bool, 1), new("Wide", IrType.S64, 8)], 16, 8);
    private static readonly ArrayType s_results = new(IrType.S64, 32);
    private static readonly ArrayType s_name = new(IrType.S8, 16);

    /// <summary>What each result has to be, and what it shows.</summary>
    public static readonly ImmutableArray<(long Value, string What)> Expected =
    [
        (0, "7 / 0 unsigned"), (7, "7 % 0 unsigned"), (0, "-7 / 0 signed"), (-7, "-7 % 0 signed"),
        (long.MinValue, "smallest / -1"), (0, "smallest % -1"), (-3, "-7 / 2"), (-1, "-7 % 2"),
        (int.MinValue, "smallest int / -1"), (0, "absent enum value"), (1, "field exists"), (0, "absent field"),
        (0, "absent function"), (1, "function exists"), (5, "by subprogram"), (42, "through a hash"), (43, "through a queue"),
        (0, "bool stored as false"), (1, "bool stored as true"), (1 << 3, "shift by 35"), (1, "comm is not empty"), (0, "absent field read behind a test"),
        (44, "own slot of a per-CPU array"), (200, "byte stays unsigned"), (-56, "byte as signed"),
        (100, "element by a checked signed index"), (1600, "sum over an array"), (0, "sum up to an unknown bound"), (100, "element by a masked index"),
    ];

    public static ModuleBuilder Build()
    {
        var module = new ModuleBuilder("everything");
        Global results = module.Global("results", s_results);
        Global inputs = module.Global("inputs", s_results, GlobalSection.ReadOnly);
        Global flag = module.Global("flag", IrType.Bool);
        Global comm = module.Global("comm", s_name);
        Global kind = module.Global("kind", IrType.S32), unknown = module.Global("unknown", IrType.S32);
        Global table = module.Global("table", Table.Type, GlobalSection.Data);
        module.Globals[^1] = table = table with { InitialBytes = [.. Enumerable.Repeat(100, 16).SelectMany(BitConverter.GetBytes)] };
        module.Globals[1] = inputs = inputs with
        {
            InitialBytes = [.. new[] { 7L, 0, -7, long.MinValue, -1, 2, int.MinValue, 35, 1, 200 }.Concat(new long[22]).SelectMany(BitConverter.GetBytes)],
        };
        Map hash = module.Map("hash", MapKinds.Hash, IrType.U64, s_pair, 16), queue = module.Map("queue", MapKinds.Queue, null, IrType.U64, 4);
        Map cpus = module.Map("cpus", MapKinds.PerCpuArray, IrType.U32, IrType.U64);

        var sum = new FunctionBuilder("sum", IrType.S64, ("flag", IrType.Bool), ("small", IrType.S8), ("address", new PointerType(IrType.U64, MemorySpace.Any)))
        { Inlining = Inlining.Never }.At(80);
        sum.Return(sum.Op(Add, sum.Op(Add, sum.Convert(sum[0], IrType.S64), sum.Convert(sum[1], IrType.S64)), sum.Convert(sum.Load(sum[2]), IrType.S64)));
        module.Add(sum);

        var init = new FunctionBuilder("everything_init", IrType.S32).At(10);
        new Cases(init, results, inputs).Write(flag, comm, hash, queue, cpus, sum.Reference);
        new Table(init, table, unknown, results).Write(25);
        init.At(70).Return(init.Number(IrType.S32, 0));
        module.AddProgram("init", init, sleepable: true);

        var exit = new FunctionBuilder("everything_exit", IrType.Void, ("info", new PointerType(new KernelType("scx_exit_info"), MemorySpace.Kernel))).At(75);
        Value address = exit.Add(new KernelFieldAddress(exit[0], "kind") { IsEnum = true }, new PointerType(IrType.S32, MemorySpace.Kernel));
        exit.Add(new Store(exit.Global(kind), exit.Load(address)));
        exit.Return();
        module.AddProgram("exit", exit);
        return module;
    }

    private sealed class Cases(FunctionBuilder f, Global results, Global inputs)
    {
        private int _next;

        private Value Element(Global array, int index) =>
            f.Add(new ElementAddress(f.Global(array), f.Number(IrType.S32, index), s_results), new PointerType(IrType.S64, MemorySpace.Global));

        private Value Input(int index) => f.Load(Element(inputs, index));

        private Value Unsigned(int index) => f.Convert(Input(index), IrType.U64);

        private Value Int(int index) => f.Convert(Input(index), IrType.S32);

        private void Keep(Value value) => f.At(11 + _next).Add(new Store(Element(results, _next++), f.Convert(value, IrType.S64)));

        private Value Slot(IrType type, IrType address, long number)
        {
            Value slot = f.Add(new StackSlot(type, null), address);
            f.Add(new Store(slot, f.Number(type, number)));
            return slot;
        }

        public void Write(Global flag, Global comm, Map hash, Map queue, Map cpus, FunctionReference sum)
        {
            Divisions();
            Kernel();
            Value five = Slot(IrType.U64, s_stackLong, 9);
            Keep(f.Add(new Call(sum, [f.Compare(Relation.Equal, Input(8), f.Number(IrType.S64, 1)), f.Number(IrType.S8, -5), five]), IrType.S64));
            Maps(hash, queue);
            f.Add(new Store(f.Global(flag), f.Compare(Relation.Equal, Input(0), f.Number(IrType.S64, 8))));
            Keep(f.Load(f.Global(flag)));
            f.Add(new Store(f.Global(flag), f.Compare(Relation.Equal, Input(0), f.Number(IrType.S64, 7))));
            Keep(f.Load(f.Global(flag)));
            Keep(f.Op(ShiftLeft, f.Number(IrType.U32, 1), Int(7)));
            Task(comm);
            OwnSlot(cpus);
            Keep(f.Convert(Input(9), IrType.U8));
            Keep(f.Convert(Input(9), IrType.S8));
        }

        private void Divisions()
        {
            Keep(f.Op(Divide, Unsigned(0), Unsigned(1)));
            Keep(f.Op(Remainder, Unsigned(0), Unsigned(1)));
            Keep(f.Op(Divide, Input(2), Input(1)));
            Keep(f.Op(Remainder, Input(2), Input(1)));
            Keep(f.Op(Divide, Input(3), Input(4)));
            Keep(f.Op(Remainder, Input(3), Input(4)));
            Keep(f.Op(Divide, Input(2), Input(5)));
            Keep(f.Op(Remainder, Input(2), Input(5)));
            Keep(f.Op(Divide, Int(6), Int(4)));
        }

        private void Kernel()
        {
            var task = new KernelType("task_struct");
            var absent = new KernelFunctionForm("scx_bpf_never_was", IrType.Void, []);
            var present = new KernelFunctionForm("scx_bpf_kick_cpu", IrType.Void, [IrType.S32, IrType.U64]);
            Keep(f.Add(new KernelEnumConstant("scx_enq_flags", "SCX_ENQ_NEVER_WAS", 1L << 50, true), IrType.U64));
            Keep(f.Add(new KernelFieldExists(task, "pid") { FieldType = IrType.S32 }, IrType.Bool));
            Keep(f.Add(new KernelFieldExists(task, "never_was"), IrType.Bool));
            Keep(f.Add(new KernelFunctionExists(absent.Symbol, absent), IrType.Bool));
            Keep(f.Add(new KernelFunctionExists(present.Symbol, present), IrType.Bool));
        }

        private void Maps(Map hash, Map queue)
        {
            Value key = Slot(IrType.U64, s_stackLong, 3), pair = f.Add(new StackSlot(s_pair, "pair"), new PointerType(s_pair, MemorySpace.Stack));
            f.Add(new Zero(pair, s_pair));
            f.Add(new Store(f.Add(new FieldAddress(pair, s_pair, 2), new PointerType(IrType.S64, MemorySpace.Stack)), f.Number(IrType.S64, 42)));
            f.Operate(hash, MapKinds.Update, IrType.S64, key, pair, f.Number(IrType.U64, 0));
            Value found = f.Operate(hash, MapKinds.Lookup, new PointerType(s_pair, MemorySpace.MapValue, true), key);
            Keep(WhenNotNull(found, () => f.Load(f.Add(new FieldAddress(found, s_pair, 2), new PointerType(IrType.S64, MemorySpace.MapValue)))));
            f.Operate(hash, MapKinds.Delete, IrType.S64, key);

            f.Operate(queue, MapKinds.Push, IrType.S64, Slot(IrType.U64, s_stackLong, 43), f.Number(IrType.U64, 0));
            Value popped = Slot(IrType.U64, s_stackLong, 0);
            f.Operate(queue, MapKinds.Pop, IrType.S64, popped);
            Keep(f.Load(popped));
        }

        private void Task(Global comm)
        {
            Value task = f.Add(new CallHelper(new Helper("bpf_get_current_task_btf", 158), []), ModuleBuilder.Task);
            f.Add(new Copy(f.Global(comm), f.Field(task, "comm", s_name), s_name));
            Value first = f.Add(new ElementAddress(f.Global(comm), f.Number(IrType.S32, 0), s_name), new PointerType(IrType.S8, MemorySpace.Global));
            Keep(f.Compare(Relation.NotEqual, f.Load(first), f.Number(IrType.S8, 0)));
            Value exists = f.Add(new KernelFieldExists(new KernelType("task_struct"), "never_was_either") { FieldType = IrType.U64 }, IrType.Bool);
            Keep(When(exists, () => f.Convert(f.Load(f.Field(task, "never_was_either", IrType.U64)), IrType.S64)));
        }

        private void OwnSlot(Map cpus)
        {
            Value key = Slot(IrType.U32, s_stackInt, 0);
            Value cpu = f.Add(new CallHelper(new Helper("bpf_get_smp_processor_id", 8), []), IrType.U32);
            Value slot = f.Operate(cpus, MapKinds.LookupPerCpu, new PointerType(IrType.U64, MemorySpace.MapValue, true), key, cpu);
            Keep(WhenNotNull(slot, () =>
            {
                f.Add(new Store(slot, f.Number(IrType.U64, 44)));
                return f.Convert(f.Load(slot), IrType.S64);
            }));
        }

        private Value WhenNotNull(Value pointer, Func<Value> body) =>
            When(f.Compare(Relation.NotEqual, pointer, f.Add(new NullConstant(), pointer.Type)), body);

        private Value When(Value condition, Func<Value> body)
        {
            BlockReference then = new("then"), joined = new("joined");
            var result = new Value(IrType.S64);
            Value otherwise = f.Number(IrType.S64, 0);
            f.End(new Branch(condition, new Edge(then), new Edge(joined, [otherwise])));
            f.Start(then);
            f.Jump(joined, body());
            f.Start(joined, result);
            return result;
        }
    }

    /// <summary>Elements by indices that only a test makes good: LLVM must leave the test where the verifier understands it.</summary>
    private sealed class Table(FunctionBuilder f, Global table, Global unknown, Global results)
    {
        public static readonly ArrayType Type = new(IrType.S32, 16);

        public void Write(int next)
        {
            f.At(60);
            Keep(next, CheckedElement(f.Load(f.Global(unknown))));
            f.At(61);
            Keep(next + 1, Sum(f.Number(IrType.S32, 16)));
            f.At(62);
            Keep(next + 2, Sum(f.Load(f.Global(unknown))));
            f.At(63);
            Keep(next + 3, Element(f.Op(And, f.Load(f.Global(unknown)), f.Number(IrType.S32, 15))));
        }

        private void Keep(int index, Value value)
        {
            Value address = f.Add(new ElementAddress(f.Global(results), f.Number(IrType.S32, index), s_results), new PointerType(IrType.S64, MemorySpace.Global));
            f.Add(new Store(address, f.Convert(value, IrType.S64)));
        }

        private Value Element(Value index) =>
            f.Load(f.Add(new ElementAddress(f.Global(table), index, Type), new PointerType(IrType.S32, MemorySpace.Global)));

        /// <summary><c>i &gt;= 0 &amp;&amp; i &lt; 16 ? table[i] : -1</c></summary>
        private Value CheckedElement(Value index)
        {
            BlockReference notNegative = new("notNegative"), good = new("good"), joined = new("joined");
            var result = new Value(IrType.S32);
            Value none = f.Number(IrType.S32, -1);
            f.End(new Branch(f.Compare(Relation.GreaterOrEqual, index, f.Number(IrType.S32, 0)), new Edge(notNegative), new Edge(joined, [none])));
            f.Start(notNegative);
            f.End(new Branch(f.Compare(Relation.Less, index, f.Number(IrType.S32, 16)), new Edge(good), new Edge(joined, [none])));
            f.Start(good);
            f.Jump(joined, Element(index));
            f.Start(joined, result);
            return result;
        }

        /// <summary><c>for (i = 0; i &lt; bound &amp;&amp; i &lt; 16; i++) sum += table[i];</c></summary>
        private Value Sum(Value bound)
        {
            BlockReference head = new("head"), inside = new("inside"), body = new("body"), done = new("done");
            Value index = new(IrType.S32, "i"), sum = new(IrType.S32, "sum");
            f.Jump(head, f.Number(IrType.S32, 0), f.Number(IrType.S32, 0));
            f.Start(head, index, sum);
            f.Branch(f.Compare(Relation.Less, index, bound), inside, done);
            f.Start(inside);
            f.Branch(f.Compare(Relation.Less, index, f.Number(IrType.S32, 16)), body, done);
            f.Start(body);
            f.Jump(head, f.Op(Add, index, f.Number(IrType.S32, 1)), f.Op(Add, sum, Element(index)));
            f.Start(done);
            return sum;
        }
    }
}
