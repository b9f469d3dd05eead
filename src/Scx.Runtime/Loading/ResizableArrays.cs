using System.Buffers.Binary;
using Scx.Runtime.Btf;

namespace Scx.Runtime;

/// <summary>
/// Arrays among a scheduler's globals that are made as long as is needed: variables, each the last of its section, with a declaration tag that
/// names the variable which tells the length.
/// </summary>
static class ResizableArrays
{
    const string CpuTag = "scx:cpu-array:", Tag = "scx:array:";

    /// <summary>Gives those with an element for each CPU the length that this machine needs.</summary>
    public static void SizeByCpu(SchedulerObject scheduler, int cpuIds)
    {
        foreach (var array in scheduler.Variables)
        {
            if (array.TagAfter(CpuTag) is { } length)
                Resize(scheduler, array, length, cpuIds);
        }
    }

    /// <summary>Gives one a length.</summary>
    /// <exception cref="MapMismatchException">There is no such array, or it cannot be that long.</exception>
    public static void Resize(SchedulerObject scheduler, string name, int count)
    {
        var array = scheduler.Variables.FirstOrDefault(variable => variable.Name == name && variable.TagAfter(Tag) is not null)
            ?? throw new MapMismatchException(name, $"{scheduler.Subject} has no resizable array '{name}'");
        Resize(scheduler, array, array.TagAfter(Tag)!, count);
    }

    static void Resize(SchedulerObject scheduler, Variable array, string lengthName, int count)
    {
        var length = scheduler.Variables.FirstOrDefault(variable => variable.Name == lengthName);
        var map = scheduler.Find(array.Section);
        if (length is null || map is null || scheduler.Types.Resolve(array.TypeId) is not BtfArray type)
            throw new MapMismatchException(array.Name, $"array '{array.Name}' is not described as the loader expects");
        long bytes = (long)scheduler.Types.SizeOf(type.ElementTypeId) * count;
        if (bytes > int.MaxValue || map.SetValueSize((uint)bytes) < 0)
            throw new MapMismatchException(array.Name, $"array '{array.Name}' cannot have {count} elements");
        BinaryPrimitives.WriteInt32LittleEndian(scheduler.Find(length.Section)!.Memory[length.Offset..], count);
    }
}
