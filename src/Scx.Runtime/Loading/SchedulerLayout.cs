using Scx.Runtime.Btf;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>The one <c>struct sched_ext_ops</c> of an object, and the object's own description of it.</summary>
sealed class SchedulerLayout
{
    static readonly string[] opsStructs = ["sched_ext_ops", "sched_ext_ops_cid"];

    SchedulerLayout(BpfMap map, BtfStruct type, string? minimumKernel) => (Map, Type, MinimumKernel) = (map, type, minimumKernel);

    /// <summary>The map that stands for the ops variable.</summary>
    public BpfMap Map { get; }

    /// <summary>The struct as the object has it, which need not be as the kernel has it.</summary>
    public BtfStruct Type { get; }

    /// <summary>The oldest kernel that the scheduler says it is for, such as <c>6.18</c>; null if it does not say.</summary>
    public string? MinimumKernel { get; }

    /// <summary>The scheduler's name.</summary>
    public string Name => Type.FindMember("name") is { } member ? BytesToText(Map.Memory[(member.BitOffset / 8)..]) : Map.Name;

    /// <summary>Finds the ops variable.</summary>
    /// <returns>Null if the object has none.</returns>
    /// <exception cref="ObjectFormatException">The object has more than one.</exception>
    public static SchedulerLayout? Find(string path, BpfObject scheduler, BtfTable types, IReadOnlyList<Variable> variables)
    {
        var found = (from map in scheduler.Maps
                     where map.Type == BpfMap.Kind.StructOps
                     let variable = variables.FirstOrDefault(variable => variable.Name == map.Name)
                     where variable is not null
                     let type = types.Resolve(variable.TypeId) as BtfStruct
                     where type is not null && opsStructs.Contains(type.Name)
                     select new SchedulerLayout(map, type, variable.TagAfter(SchedulerObject.MinimumKernelTag))).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => null,
            _ => throw new ObjectFormatException(path,
                $"this BPF object has {found.Count} schedulers in it ({string.Join(", ", found.Select(layout => layout.Map.Name))}); one is possible"),
        };
    }

    /// <summary>The memory of a member, in libbpf's copy of the variable.</summary>
    public Span<byte> MemoryOf(BtfMember member, BtfTable types) => Map.Memory.Slice(member.BitOffset / 8, types.SizeOf(member.TypeId));

    /// <summary>The program that a callback is set to; null if the member is no callback or is not set.</summary>
    public BpfProgram? ProgramOf(BtfMember member)
    {
        var rest = Map.Memory[(member.BitOffset / 8)..];
        nint pointer = rest.Length < sizeof(long) ? 0 : (nint)BitConverter.ToInt64(rest);
        return pointer == 0 ? null : Map.Owner.Programs.FirstOrDefault(program => program.Pointer == pointer);
    }

    /// <summary>The callback that a program implements; the program's own name if it is in none.</summary>
    public string CallbackOf(BpfProgram program) =>
        Type.Members.FirstOrDefault(member => ProgramOf(member) == program)?.Name ?? program.Name;

    static string BytesToText(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        return System.Text.Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }
}
