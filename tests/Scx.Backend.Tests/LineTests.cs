using Scx.Compiler.Backend.Btf;
using Scx.Compiler.Ir;

namespace Scx.Backend.Tests;

public sealed class LineTests
{
    private static readonly KernelFunction s_kick = new("Kick", [new("scx_bpf_kick_cpu", IrType.Void, [IrType.S32, IrType.U64])]);

    [Fact]
    public void RecordsCarryFileLineColumnAndText()
    {
        CompiledObject made = CompiledObject.Of(SimpleScheduler.Build());
        LineRecord call = Assert.Single(made.Lines, l => l.Section == "struct_ops/simple_dispatch" && l.Line == 30);
        Assert.Equal(("Test.cs", 5, "    line 30;"), (call.File, call.Column, call.Text));
        Assert.Contains(25, made.LinesOf("simple_enqueue"));
        Assert.All(made.Lines, l => Assert.Equal(l.Line == 1 ? "    line 1;" : $"    line {l.Line};", l.Text));
    }

    [Fact]
    public void EveryProgramHasALineForItsFirstInstruction()
    {
        CompiledObject made = CompiledObject.Of(SimpleScheduler.Build());
        Assert.All(made.Elf.Symbols.Where(s => s.Name.StartsWith("simple_", StringComparison.Ordinal) && s.Section!.Name.StartsWith("struct_ops", StringComparison.Ordinal)),
            p => Assert.Contains(made.Lines, l => l.Section == p.Section!.Name && l.Offset == p.Value));
    }

    [Fact]
    public void StepWithoutAPlaceHasTheFunctionsLine()
    {
        var module = new ModuleBuilder();
        var f = new FunctionBuilder("test_dispatch", IrType.Void).At(0);
        f.Call(s_kick, IrType.Void, f.Number(IrType.S32, 1), f.Number(IrType.U64, 0));
        f.Return();
        module.AddProgram("dispatch", f);
        Assert.All(CompiledObject.Of(module).LinesOf("test_dispatch"), line => Assert.Equal(1, line));
    }

    [Fact]
    public void InlinedStepsKeepTheirLineAndFile()
    {
        const string other = "/src/Other.cs";
        var module = new ModuleBuilder();
        module.Sources = module.Sources.Add(other, new SourceFile("Parts/Other.cs", "a\r\nb\r\n  the callee;\r\n"));
        var callee = new FunctionBuilder("callee", IrType.Void, ("cpu", IrType.S32)) { Inlining = Inlining.Always }.At(3, 3, other);
        callee.Call(s_kick, IrType.Void, callee[0], callee.Number(IrType.U64, 0));
        callee.Return();
        module.Add(callee);
        var f = new FunctionBuilder("test_dispatch", IrType.Void, ("cpu", IrType.S32)).At(40);
        f.Add(new Call(callee.Reference, [f[0]]));
        f.Return();
        module.AddProgram("dispatch", f);

        CompiledObject made = CompiledObject.Of(module);
        Assert.Null(made.Elf.Symbol("callee"));
        LineRecord kick = Assert.Single(made.Lines, l => l.File == "Parts/Other.cs");
        Assert.Equal((3, 3, "  the callee;"), (kick.Line, kick.Column, kick.Text));
    }

    [Fact]
    public void SubprogramHasItsOwnLines()
    {
        var module = new ModuleBuilder();
        var callee = new FunctionBuilder("callee", IrType.Void, ("cpu", IrType.S32)) { Inlining = Inlining.Never }.At(60);
        callee.Call(s_kick, IrType.Void, callee[0], callee.Number(IrType.U64, 0));
        callee.Return();
        module.Add(callee);
        var f = new FunctionBuilder("test_dispatch", IrType.Void, ("cpu", IrType.S32)).At(40);
        f.Add(new Call(callee.Reference, [f[0]]));
        f.Add(new Call(callee.Reference, [f.Number(IrType.S32, 3)]));
        f.Return();
        module.AddProgram("dispatch", f);

        CompiledObject made = CompiledObject.Of(module);
        Assert.Equal(".text", made.Elf.Symbol("callee")!.Section!.Name);
        Assert.Contains(made.Lines, l => l is { Section: ".text", Line: 60 });
        BtfType function = made.Btf.Find(BtfKind.Function, "callee")!;
        Assert.Equal(0u, function.Detail);
        Assert.Equal(["cpu"], made.Btf.Types[(int)function.SizeOrType].Members.Select(p => p.Name));
    }

    [Fact]
    public void ModuleWithoutSourcesCompiles()
    {
        var module = new ModuleBuilder { Sources = System.Collections.Immutable.ImmutableDictionary<string, SourceFile>.Empty };
        var f = new FunctionBuilder("test_init", IrType.S32).At(7);
        f.Return(f.Number(IrType.S32, 0));
        module.AddProgram("init", f);
        Assert.Contains(7, CompiledObject.Of(module).LinesOf("test_init"));
    }
}
