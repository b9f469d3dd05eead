using Scx.Compiler.Backend;
using Scx.Compiler.Ir;
using static Scx.Compiler.Ir.BinaryOperator;

namespace Scx.Backend.Tests;

/// <summary>What single instructions become. BPF assembly is the witness, since LLVM has its say in between.</summary>
public sealed class CodeTests
{
    [Theory]
    [InlineData(Divide, 64, false, "r0 /= r")]
    [InlineData(Remainder, 64, false, "r0 %= r")]
    [InlineData(Divide, 32, false, "w0 /= w")]
    [InlineData(Divide, 64, true, "r0 s/= r")]
    [InlineData(Remainder, 32, true, "w0 s%= w")]
    public void DivisionByAnUnknownNumberIsOneInstruction(BinaryOperator operation, int bits, bool signed, string expected)
    {
        var type = new IntType(bits, signed);
        string assembly = Assembly(type, (f, a, b) => f.Op(operation, a, b), type);
        Assert.Contains(expected, assembly, StringComparison.Ordinal);
        Assert.DoesNotContain("if ", assembly, StringComparison.Ordinal);
    }

    /// <summary>LLVM may not conclude from a division that its divisor is not 0.</summary>
    [Fact]
    public void TestAfterADivisionStays()
    {
        string assembly = Assembly(IrType.U64, (f, a, b) =>
        {
            Value quotient = f.Op(Divide, a, b);
            return f.Add(new Select(f.Compare(Relation.Equal, b, f.Number(IrType.U64, 0)), f.Number(IrType.U64, 77), quotient), IrType.U64);
        }, IrType.U64);
        Assert.Contains("77", assembly, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Divide, 0, "= 0")]
    [InlineData(Divide, 8, ">>= 3")]
    [InlineData(Remainder, 8, "&= 7")]
    [InlineData(Divide, 10, "/= 10")]
    public void DivisionByAKnownNumberIsLlvms(BinaryOperator operation, long divisor, string expected) => Assert.Contains(expected,
        Assembly(IrType.U64, (f, a, _) => f.Op(operation, a, f.Number(IrType.U64, divisor)), IrType.U64), StringComparison.Ordinal);

    [Fact]
    public void SmallestNumberByMinusOneWraps()
    {
        string assembly = Assembly(IrType.S64, (f, a, _) => f.Op(Divide, a, f.Number(IrType.S64, -1)), IrType.S64);
        Assert.Contains("= -r", assembly, StringComparison.Ordinal);
        Assert.Contains("= 0", Assembly(IrType.S64, (f, a, _) => f.Op(Remainder, a, f.Number(IrType.S64, -1)), IrType.S64), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Divide)]
    [InlineData(Remainder)]
    public void OlderInstructionSetDividesMagnitudes(BinaryOperator operation)
    {
        string assembly = Assembly(IrType.S32, (f, a, b) => f.Op(operation, a, b), IrType.S32, CpuLevel.V3);
        Assert.DoesNotContain("s/=", assembly, StringComparison.Ordinal);
        Assert.DoesNotContain("s%=", assembly, StringComparison.Ordinal);
        Assert.NotEmpty(Assembly(IrType.S64, (f, a, _) => f.Op(operation, a, f.Number(IrType.S64, -7)), IrType.S64, CpuLevel.V3));
    }

    [Theory]
    [InlineData(64, 63)]
    [InlineData(32, 31)]
    public void ShiftTakesItsAmountModuloTheWidth(int bits, int mask)
    {
        var type = new IntType(bits, false);
        Assert.Contains($"&= {mask}", Assembly(type, (f, a, b) => f.Op(ShiftLeft, a, f.Convert(b, IrType.S32)), type), StringComparison.Ordinal);
        Assert.Contains("<<= 1", Assembly(type, (f, a, _) => f.Op(ShiftLeft, a, f.Number(IrType.S32, bits + 1)), type), StringComparison.Ordinal);
    }

    [Fact]
    public void ShiftRightFollowsTheSign()
    {
        Assert.Contains("s>>= 4", Assembly(IrType.S64, (f, a, _) => f.Op(ShiftRight, a, f.Number(IrType.S32, 4)), IrType.S64), StringComparison.Ordinal);
        Assert.Contains(" >>= 4", Assembly(IrType.S64, (f, a, _) => f.Op(ShiftRightLogical, a, f.Number(IrType.S32, 4)), IrType.S64), StringComparison.Ordinal);
    }

    [Fact]
    public void ReadOnlyGlobalIsRead()
    {
        var module = new ModuleBuilder();
        Global limit = module.Global("limit", IrType.S32, GlobalSection.ReadOnly);
        module.Globals[0] = limit = limit with { InitialBytes = [7, 0, 0, 0] };
        var f = new FunctionBuilder("test_init", IrType.S32);
        f.Return(f.Load(f.Global(limit)));
        module.AddProgram("init", f);
        Assert.Contains("limit ll", Assembly(module), StringComparison.Ordinal);
        Assert.Equal<byte>([7, 0, 0, 0], CompiledObject.Of(module).Elf.Section(".rodata")!.Data);
    }

    [Fact]
    public void UnusedParameterIsNotRead()
    {
        var module = new ModuleBuilder();
        var f = new FunctionBuilder("test_init", IrType.S32, ("a", IrType.S32), ("b", IrType.U64));
        f.Return(f[0]);
        module.AddProgram("init", f);
        Assert.Equal(2, CompiledObject.Of(module).InstructionCount("test_init"));
    }

    /// <summary>A callback that the scheduler also calls itself has two bodies: the kernel passes its arguments another way.</summary>
    [Fact]
    public void ProgramCanBeCalled()
    {
        var module = new ModuleBuilder();
        var callee = new FunctionBuilder("test_exit_task", IrType.Void, ("p", ModuleBuilder.Task)) { Inlining = Inlining.Never };
        callee.Add(new CallHelper(new Helper("bpf_get_smp_processor_id", 8), []));
        callee.Return();
        module.AddProgram("exit_task", callee);
        var f = new FunctionBuilder("test_disable", IrType.Void, ("p", ModuleBuilder.Task));
        f.Add(new Call(callee.Reference, [f[0]]));
        f.Return();
        module.AddProgram("disable", f);
        CompiledObject made = CompiledObject.Of(module);
        Assert.Equal("struct_ops/test_exit_task", made.Elf.Symbol("test_exit_task")!.Section!.Name);
        Assert.Equal(".text", made.Elf.Symbol("test_exit_task__called")!.Section!.Name);
    }

    [Fact]
    public void TrapReturnsZero()
    {
        var module = new ModuleBuilder();
        var f = new FunctionBuilder("test_init", IrType.S32);
        f.End(new Trap());
        module.AddProgram("init", f);
        Assert.Equal(2, CompiledObject.Of(module).InstructionCount("test_init"));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(3000)]
    public void LargeCopiesNeedNoFunction(int size)
    {
        var type = new ArrayType(IrType.U8, size);
        var module = new ModuleBuilder();
        Global to = module.Global("to", type), from = module.Global("from", type);
        var f = new FunctionBuilder("test_dispatch", IrType.Void);
        f.Add(new Zero(f.Global(from), type));
        f.Add(new Copy(f.Global(to), f.Global(from), type));
        f.Return();
        module.AddProgram("dispatch", f);
        Assert.DoesNotContain("call", Assembly(module), StringComparison.Ordinal);
    }

    [Fact]
    public void BothWaysToOneBlockKeepTheirValues()
    {
        string assembly = Assembly(IrType.U64, (f, a, b) =>
        {
            BlockReference joined = new("joined");
            var value = new Value(IrType.U64);
            f.End(new Branch(f.Compare(Relation.Less, a, b), new Edge(joined, [f.Number(IrType.U64, 11)]), new Edge(joined, [f.Number(IrType.U64, 22)])));
            f.Start(joined, value);
            return value;
        }, IrType.U64);
        Assert.Contains("11", assembly, StringComparison.Ordinal);
        Assert.Contains("22", assembly, StringComparison.Ordinal);
    }

    /// <summary>What is compared in each turn is not compared ahead of the loop, from where the verifier might lose sight of it.</summary>
    [Fact]
    public void ChecksStayInTheirLoop()
    {
        string assembly = Assembly(IrType.U64, (f, a, b) =>
        {
            BlockReference head = new("head"), body = new("body"), next = new("next"), done = new("done");
            Value turn = new(IrType.U64, "turn");
            f.Jump(head, f.Number(IrType.U64, 0));
            f.Start(head, turn);
            f.Branch(f.Compare(Relation.Less, turn, b), body, done);
            f.Start(body);
            f.Add(new CallHelper(new Helper("bpf_ktime_get_ns", 5), []), IrType.U64);
            f.Branch(f.Compare(Relation.Less, f.Add(new Opaque(a), IrType.U64), f.Number(IrType.U64, 77)), next, done);
            f.Start(next);
            f.Jump(head, f.Op(Add, turn, f.Number(IrType.U64, 1)));
            f.Start(done);
            return a;
        }, IrType.U64);
        // Its value is taken anew behind the call, and compared as it is then.
        Assert.Matches(@"call 5\s+(r\d) = r\d\s+if \1 > 76", assembly);
    }

    /// <summary>Not taken out of a loop, from where it would come back by way of the stack.</summary>
    [Fact]
    public void ConcealedNullStaysInItsLoop()
    {
        string assembly = Assembly(IrType.U64, (f, a, b) =>
        {
            BlockReference head = new("head"), body = new("body"), done = new("done");
            Value turn = new(IrType.U64, "turn");
            f.Jump(head, f.Number(IrType.U64, 0));
            f.Start(head, turn);
            f.Branch(f.Compare(Relation.Less, turn, b), body, done);
            f.Start(body);
            Value none = f.Add(new NullConstant { IsConcealed = true }, new PointerType(IrType.U64, MemorySpace.Kernel));
            f.Add(new CallHelper(new Helper("bpf_kptr_xchg", 194), [a, none]), IrType.U64);
            f.Jump(head, f.Op(Add, turn, f.Number(IrType.U64, 1)));
            f.Start(done);
            return a;
        }, IrType.U64);
        Assert.Matches(@"r2 = 0\s+(r1 = r\d\s+)?call 194", assembly);
    }

    /// <summary>What was there is compared with what was expected, as the scheduler does it, and nothing is compared to know whether they were equal.</summary>
    [Theory]
    [InlineData(32)]
    [InlineData(64)]
    public void CompareExchangeBranchesOnce(int bits)
    {
        var type = new IntType(bits, false);
        var module = new ModuleBuilder();
        Global state = module.Global("state", type);
        var f = new FunctionBuilder("test_init", IrType.S32);
        BlockReference taken = new("taken"), free = new("free");
        Value old = f.Add(new AtomicOperation(AtomicOperator.CompareExchange, [f.Global(state), f.Number(type, 1), f.Number(type, 0)]), type);
        f.Branch(f.Compare(Relation.Equal, old, f.Number(type, 0)), free, taken);
        f.Start(free);
        f.Add(new CallHelper(new Helper("bpf_ktime_get_ns", 5), []), IrType.U64);
        f.Return(f.Number(IrType.S32, 5));
        f.Start(taken);
        f.Return(f.Number(IrType.S32, 7));
        module.AddProgram("init", f);
        string assembly = Assembly(module);
        Assert.Contains("cmpxchg", assembly, StringComparison.Ordinal);
        Assert.Single(assembly.Split('\n'), line => line.Contains("if ", StringComparison.Ordinal));
    }

    [Fact]
    public void TooMuchStackIsRejected()
    {
        var type = new ArrayType(IrType.U64, 100);
        var module = new ModuleBuilder();
        var f = new FunctionBuilder("test_init", IrType.S32);
        Value slot = f.Add(new StackSlot(type, "big"), new PointerType(type, MemorySpace.Stack));
        f.Add(new CallHelper(new Helper("bpf_probe_read_kernel", 113), [slot, f.Number(IrType.U32, 800), f.Add(new NullConstant(), slot.Type)]));
        f.Return(f.Number(IrType.S32, 0));
        module.AddProgram("init", f);
        StackExceededException rejected = Assert.Throws<StackExceededException>(() => module.Object());
        Assert.Contains("'big' (800 bytes)", Assert.Single(rejected.Diagnostics).Message, StringComparison.Ordinal);
    }

    private static string Assembly(IntType type, Func<FunctionBuilder, Value, Value, Value> body, IrType result, CpuLevel cpu = CpuLevel.V4)
    {
        var module = new ModuleBuilder();
        var f = new FunctionBuilder("test_init", result, ("a", type), ("b", type));
        f.Return(body(f, f[0], f[1]));
        module.AddProgram("init", f);
        return Assembly(module, cpu);
    }

    /// <summary>The code without what surrounds it.</summary>
    private static string Assembly(ModuleBuilder module, CpuLevel cpu = CpuLevel.V4)
    {
        string all = LlvmPipeline.ToAssembly(module.Text(cpu), new BackendOptions { Cpu = cpu });
        int start = all.IndexOf("test_", StringComparison.Ordinal);
        IEnumerable<string> lines = all[start..all.IndexOf(".Lfunc_end0:", StringComparison.Ordinal)].Split('\n').Where(l => l.StartsWith('\t') && !l.StartsWith("\t.", StringComparison.Ordinal));
        return string.Join('\n', lines.Select(l => l.Split("#", 2)[0]));
    }
}
