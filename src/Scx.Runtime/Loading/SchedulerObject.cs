using Scx.Runtime.Btf;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>An object that libbpf has opened and that has been found to hold a scheduler.</summary>
sealed class SchedulerObject : IDisposable
{
    SchedulerObject(BpfObject file, BtfTable types, IReadOnlyList<Variable> variables, SchedulerLayout layout)
    {
        (Native, Types, Variables, Layout) = (file, types, variables, layout);
        Statistics = StatisticReader.Read(types, variables, name => (int)(Find(name)?.Capacity ?? 0));
    }

    /// <summary>What libbpf knows.</summary>
    public BpfObject Native { get; }

    /// <summary>The object's types.</summary>
    public BtfTable Types { get; }

    /// <summary>Its global variables and map definitions.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    /// <summary>Its ops variable.</summary>
    public SchedulerLayout Layout { get; }

    /// <summary>Where its statistics are.</summary>
    public IReadOnlyList<StatisticSource> Statistics { get; }

    /// <summary>Opens a file.</summary>
    /// <exception cref="ObjectFormatException">It holds no scheduler.</exception>
    public static SchedulerObject Open(string path, Action<string>? trace)
    {
        var file = BpfObject.Open(path, trace);
        try
        {
            var types = file.Types ?? throw new ObjectFormatException(path, "this BPF object does not describe its types (it has no BTF)");
            var variables = Variable.All(types);
            return new SchedulerObject(file, types, variables, SchedulerLayout.Find(path, file, types, variables));
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

    /// <summary>Closes the object.</summary>
    public void Dispose() => Native.Dispose();
}
