using Scx.Runtime.Btf;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>An object that libbpf has opened and that has been found to hold a scheduler, or programs of this compiler's without one.</summary>
sealed class SchedulerObject : IDisposable
{
    /// <summary>Begins the declaration tag that says which kernels an object is for.</summary>
    internal const string MinimumKernelTag = "scx:minimum-kernel:";

    const string ObjectTag = "scx:object:";

    SchedulerObject(BpfObject file, BtfTable types, IReadOnlyList<Variable> variables, SchedulerLayout? layout, string name)
    {
        (Native, Types, Variables, Layout, Name) = (file, types, variables, layout, name);
        MinimumKernel = layout is null ? TagAfter(types, MinimumKernelTag) : layout.MinimumKernel;
        Statistics = StatisticReader.Read(types, variables, name => (int)(Find(name)?.Capacity ?? 0));
    }

    /// <summary>What libbpf knows.</summary>
    public BpfObject Native { get; }

    /// <summary>The object's types.</summary>
    public BtfTable Types { get; }

    /// <summary>Its global variables and map definitions.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    /// <summary>Its ops variable; null for programs without a scheduler.</summary>
    public SchedulerLayout? Layout { get; }

    /// <summary>The scheduler's name, or that of the object.</summary>
    public string Name { get; }

    /// <summary>What messages call it.</summary>
    public string Subject => Layout is null ? $"'{Name}'" : "the scheduler";

    /// <summary>The oldest kernel that it says it is for, such as <c>6.18</c>; null if it does not say.</summary>
    public string? MinimumKernel { get; }

    /// <summary>Where its statistics are.</summary>
    public IReadOnlyList<StatisticSource> Statistics { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="ObjectFormatException">It holds neither a scheduler nor programs of this compiler's.</exception>
    public static SchedulerObject Open(string path, Action<string>? trace)
    {
        var file = BpfObject.Open(path, trace);
        try
        {
            var types = file.Types ?? throw new ObjectFormatException(path, "this BPF object does not describe its types (it has no BTF)");
            var variables = Variable.All(types);
            var layout = SchedulerLayout.Find(path, file, types, variables);
            string name = layout?.Name ?? TagAfter(types, ObjectTag) ?? throw new ObjectFormatException(path,
                "this BPF object has no scheduler in it (no variable of type struct sched_ext_ops), nor was it made of a class with [BpfObject]");
            return new SchedulerObject(file, types, variables, layout, name);
        }
        catch (InvalidDataException damage)
        {
            file.Dispose();
            throw new ObjectFormatException(path, damage.Message);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The map of that name, or the one behind the section of that name.</summary>
    public BpfMap? Find(string map) => Native.FindMap(map);

    /// <summary>The callback that a program implements; the program's own name if it is in none.</summary>
    public string CallbackOf(BpfProgram program) => Layout?.CallbackOf(program) ?? program.Name;

    static string? TagAfter(BtfTable types, string prefix) => types.OfKind<BtfDeclarationTag>(BtfKind.DeclarationTag)
        .FirstOrDefault(tag => tag.Name.StartsWith(prefix, StringComparison.Ordinal))?.Name[prefix.Length..];

    /// <summary>Closes the object.</summary>
    public void Dispose() => Native.Dispose();
}
