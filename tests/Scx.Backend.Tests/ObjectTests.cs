using Scx.Compiler.Backend;
using Scx.Compiler.Backend.Btf;
using Scx.Compiler.Backend.Elf;
using Scx.Compiler.Ir;

namespace Scx.Backend.Tests;

public sealed class ObjectTests
{
    private static readonly CompiledObject s_simple = CompiledObject.Of(SimpleScheduler.Build());

    [Theory]
    [InlineData("simple_select_cpu", "struct_ops/simple_select_cpu")]
    [InlineData("simple_enqueue", "struct_ops/simple_enqueue")]
    [InlineData("simple_init", "struct_ops.s/simple_init")]
    [InlineData("simple_ops", ".struct_ops.link")]
    [InlineData("local", ".maps")]
    [InlineData("fifo", ".rodata")]
    [InlineData("vtimeNow", ".bss")]
    public void SymbolsLieInTheirSections(string symbol, string section)
    {
        ElfSymbol found = s_simple.Elf.Symbol(symbol)!;
        Assert.Equal(section, found.Section!.Name);
        Assert.Equal(ElfBinding.Global, found.Binding);
    }

    [Fact]
    public void LicenseIsTheModules() => Assert.Equal("GPL\0"u8, s_simple.Elf.Section("license")!.Data);

    /// <summary>What clang-19 -O2 makes of the same policy in C: not one instruction more.</summary>
    [Theory]
    [InlineData("simple_select_cpu", 41)]
    [InlineData("simple_enqueue", 49)]
    [InlineData("simple_dispatch", 3)]
    [InlineData("simple_running", 10)]
    [InlineData("simple_stopping", 12)]
    [InlineData("simple_enable", 6)]
    [InlineData("simple_init", 4)]
    public void ProgramsAreNoLongerThanClangs(string program, int clang) => Assert.True(s_simple.InstructionCount(program) <= clang);

    [Fact]
    public void NothingForDebuggersIsLeft() => Assert.DoesNotContain(s_simple.Elf.Sections, s =>
        s.Name.StartsWith(".debug", StringComparison.Ordinal) || s.Name == ".llvm_addrsig" || s.Name == ".text");

    [Fact]
    public void KernelFunctionsAreUndefinedSymbols()
    {
        Assert.Equal(ElfBinding.Global, s_simple.Elf.Symbol("scx_bpf_create_dsq")!.Binding);
        Assert.Null(s_simple.Elf.Symbol("scx_bpf_create_dsq")!.Section);
        // Of several forms even the oldest is weak: a kernel may have dropped it.
        // libbpf drops what follows the last three underscores, so a kernel name that has them carries a flavour more.
        Assert.All(["scx_bpf_dsq_insert___v2___scx", "scx_bpf_dsq_insert"], f => Assert.Equal(ElfBinding.Weak, s_simple.Elf.Symbol(f)!.Binding));
    }

    /// <summary>A constant made before a branch is there on both sides of it.</summary>
    [Fact]
    public void ConstantServesCallsThatDoNotSeeEachOther()
    {
        var module = new ModuleBuilder();
        var f = new FunctionBuilder("test_enqueue", IrType.Void, ("p", ModuleBuilder.Task), ("flags", IrType.U64));
        BlockReference one = new("one"), other = new("other");
        Value slice = f.Add(new KernelEnumConstant("scx_public_consts", "SCX_SLICE_DFL", 20_000_000, false), IrType.U64);
        f.Branch(f.Compare(Relation.Equal, f[1], f.Number(IrType.U64, 1)), one, other);
        foreach ((BlockReference block, long dsq) in new[] { (one, 1L), (other, 2L) })
        {
            f.Start(block);
            f.Call(SimpleScheduler.Insert, IrType.Bool, f[0], f.Number(IrType.U64, dsq), slice, f[1]);
            f.Return();
        }
        module.AddProgram("enqueue", f);
        Assert.NotNull(CompiledObject.Of(module).Elf.Symbol("test_enqueue"));
    }

    [Theory]
    [InlineData(CpuLevel.V3)]
    [InlineData(CpuLevel.V4)]
    public void EveryInstructionCompiles(CpuLevel cpu)
    {
        CompiledObject made = CompiledObject.Of(EverythingScheduler.Build(), cpu);
        Assert.NotNull(made.Elf.Symbol("everything_ops"));
        Assert.NotNull(made.Elf.Symbol("sum"));
    }

    [Fact]
    public void TwoRunsMakeTheSameBytes() => Assert.Equal(SimpleScheduler.Build().Object(), SimpleScheduler.Build().Object());

    [Fact]
    public void ThreadsDoNotDisturbEachOther()
    {
        byte[][] objects = [.. Enumerable.Range(0, 8).AsParallel().Select(_ => SimpleScheduler.Build().Object())];
        Assert.All(objects, o => Assert.Equal(objects[0], o));
    }

    [Fact]
    public void NoPathOfThisMachineIsInTheObject()
    {
        string text = System.Text.Encoding.Latin1.GetString(SimpleScheduler.Build().Object());
        Assert.DoesNotContain(ModuleBuilder.File, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.CurrentDirectory, text, StringComparison.Ordinal);
    }

    [Fact]
    public void WritingWhatWasReadChangesNothing()
    {
        byte[] file = SimpleScheduler.Build().Object();
        Assert.Equal(file, ElfFile.Read(file).Write());
    }

    [Fact]
    public void FinishingTwiceChangesNothing()
    {
        byte[] file = SimpleScheduler.Build().Object();
        Assert.Equal(file, ObjectFinisher.Finish(file));
    }

    [Fact]
    public void VariablesOfASectionHaveTheirOffsets()
    {
        var module = new ModuleBuilder();
        module.Global("first", IrType.U8);
        module.Global("second", IrType.U64);
        module.Global("third", IrType.U32);
        var f = new FunctionBuilder("test_init", IrType.S32);
        f.Return(f.Number(IrType.S32, 0));
        module.AddProgram("init", f);
        CompiledObject made = CompiledObject.Of(module);

        BtfType section = made.Btf.Find(BtfKind.DataSection, ".bss")!;
        Assert.Equal(made.Elf.Section(".bss")!.Size, section.SizeOrType);
        Assert.All(section.Members, m => Assert.Equal(made.Elf.Symbol(made.Btf.Types[m.Type].Name)!.Value, (ulong)m.Value));
        Assert.Equal(3, section.Members.Length);
    }
}
