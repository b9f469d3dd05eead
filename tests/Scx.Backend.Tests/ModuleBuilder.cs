using System.Collections.Immutable;
using Scx.Compiler.Backend;
using Scx.Compiler.Ir;

namespace Scx.Backend.Tests;

/// <summary>Builds a scheduler's module by hand.</summary>
internal sealed class ModuleBuilder(string name = "test")
{
    public const string File = "/src/Test.cs";

    public static readonly IrType Task = new PointerType(new KernelType("task_struct"), MemorySpace.Kernel);
    public static readonly string Source = string.Join('\n', Enumerable.Range(1, 99).Select(i => $"    line {i};"));

    private readonly List<Function> _functions = [];
    private readonly List<Program> _programs = [];
    private readonly List<StructOpsMember> _numbers = [];

    public List<Global> Globals { get; } = [];

    public List<Map> Maps { get; } = [];

    public ImmutableDictionary<string, SourceFile> Sources { get; set; } =
        ImmutableDictionary<string, SourceFile>.Empty.Add(File, new SourceFile("Test.cs", Source));

    public Global Global(string name, IrType type, GlobalSection section = GlobalSection.Zeroed)
    {
        var global = new Global(name, type, section, new SourceSpan(File, 2, 1, 2, 5));
        Globals.Add(global);
        return global;
    }

    public Map Map(string name, (string Name, int Number) kind, IrType? key, IrType value, uint entries = 1)
    {
        var map = new Map(name, new MapType(kind.Name, kind.Number, key, value), new SourceSpan(File, 3, 1, 3, 5)) { MaxEntries = entries };
        Maps.Add(map);
        return map;
    }

    public void Add(FunctionBuilder function) => _functions.Add(function.Build());

    public void AddProgram(string callback, FunctionBuilder function, bool sleepable = false)
    {
        Add(function);
        _programs.Add(new Program(callback, function.Reference, sleepable));
    }

    public void Number(string member, IntType type, ulong number) => _numbers.Add(new NumberMember(member, type, number));

    public Module Build() => new(name, "GPL")
    {
        Globals = [.. Globals],
        Maps = [.. Maps],
        Functions = [.. _functions],
        Programs = [.. _programs],
        Ops = new StructOps("sched_ext_ops", name + "_ops",
            [.. _programs.Select(p => new CallbackMember(p.Callback, p)), .. _numbers, new TextMember("name", name, 128)]),
        Sources = Sources,
    };

    public string Text(CpuLevel cpu = CpuLevel.V4) => LlvmTextWriter.Write(Build(), new BackendOptions { Cpu = cpu });

    public byte[] Object(CpuLevel cpu = CpuLevel.V4) => ObjectCompiler.Compile(Build(), new BackendOptions { Cpu = cpu });
}
