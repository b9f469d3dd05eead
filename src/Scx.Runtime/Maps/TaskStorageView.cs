using System.Runtime.CompilerServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>What a scheduler keeps for each task (<see cref="TaskStorage{TValue}"/>). Each access is a few system calls.</summary>
/// <typeparam name="T">The values' type, laid out as in the scheduler.</typeparam>
public sealed unsafe class TaskStorageView<T> where T : unmanaged
{
    readonly BpfMap map;

    internal TaskStorageView(BpfMap map) => this.map = map;

    /// <summary>Copies a task's value. False if the scheduler has none for it, or there is no such task.</summary>
    /// <param name="pid">The id of a process's first thread; from Linux 6.9 on, of any thread.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public bool TryGet(int pid, out T value)
    {
        Unsafe.SkipInit(out value);
        using var task = Descriptors.OfTask(pid);
        return task is not null && ObjectStorageAccess.TryGet(map, task, ref Unsafe.As<T, byte>(ref value));
    }

    /// <summary>Sets a task's value. False if there is no such task.</summary>
    /// <param name="pid">The id of a process's first thread; from Linux 6.9 on, of any thread.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public bool TrySet(int pid, in T value)
    {
        using var task = Descriptors.OfTask(pid);
        return task is not null && ObjectStorageAccess.TrySet(map, task, in Unsafe.As<T, byte>(ref Unsafe.AsRef(in value)));
    }

    /// <summary>Removes a task's value. False if it had none, or there is no such task.</summary>
    /// <param name="pid">The id of a process's first thread; from Linux 6.9 on, of any thread.</param>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public bool Remove(int pid)
    {
        using var task = Descriptors.OfTask(pid);
        return task is not null && ObjectStorageAccess.Remove(map, task);
    }
}
