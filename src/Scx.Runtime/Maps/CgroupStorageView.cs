using System.Runtime.CompilerServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>What a scheduler keeps for each cgroup (<see cref="CgroupStorage{TValue}"/>). Each access is a few system calls.</summary>
/// <typeparam name="T">The values' type, laid out as in the scheduler.</typeparam>
public sealed unsafe class CgroupStorageView<T> where T : unmanaged
{
    readonly BpfMap map;

    internal CgroupStorageView(BpfMap map) => this.map = map;

    /// <summary>Copies a cgroup's value. False if the scheduler has none for it.</summary>
    /// <param name="path">The cgroup's directory, such as <c>/sys/fs/cgroup/system.slice</c>.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    /// <exception cref="MapOperationException">The kernel refuses, as it does if the directory is no cgroup.</exception>
    public bool TryGet(string path, out T value)
    {
        Unsafe.SkipInit(out value);
        using var cgroup = Descriptors.OfDirectory(path);
        return ObjectStorageAccess.TryGet(map, cgroup, ref Unsafe.As<T, byte>(ref value));
    }

    /// <summary>Sets a cgroup's value. False if it is about to go.</summary>
    /// <param name="path">The cgroup's directory, such as <c>/sys/fs/cgroup/system.slice</c>.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    /// <exception cref="MapOperationException">The kernel refuses, as it does if the directory is no cgroup.</exception>
    public bool TrySet(string path, in T value)
    {
        using var cgroup = Descriptors.OfDirectory(path);
        return ObjectStorageAccess.TrySet(map, cgroup, in Unsafe.As<T, byte>(ref Unsafe.AsRef(in value)));
    }

    /// <summary>Removes a cgroup's value. False if it had none.</summary>
    /// <param name="path">The cgroup's directory, such as <c>/sys/fs/cgroup/system.slice</c>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    /// <exception cref="MapOperationException">The kernel refuses, as it does if the directory is no cgroup.</exception>
    public bool Remove(string path)
    {
        using var cgroup = Descriptors.OfDirectory(path);
        return ObjectStorageAccess.Remove(map, cgroup);
    }
}
