using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>
/// A scheduler that is in the kernel, attached or not: its maps and variables, by the names that the scheduler's class gives them. What is
/// got here is valid until the scheduler is disposed of. A map in an <see cref="ArrayOfMaps{TMap}"/> has the array's name and its index: <c>levels[2]</c>.
/// </summary>
public abstract class KernelScheduler : IDisposable
{
    readonly SchedulerObject scheduler;

    private protected KernelScheduler(SchedulerObject scheduler) => this.scheduler = scheduler;

    BpfObject Object => scheduler.Native;

    /// <summary>Makes a reader for the scheduler's statistics.</summary>
    public StatisticsSampler CreateSampler() => new(Object, scheduler.Statistics);

    /// <summary>A queue map.</summary>
    /// <exception cref="MapMismatchException">There is no such queue, or its values are not of <typeparamref name="T"/>'s size.</exception>
    public QueueView<T> Queue<T>(string name) where T : unmanaged =>
        new(Find(name, "a queue", 0, Unsafe.SizeOf<T>(), BpfMap.Kind.Queue, BpfMap.Kind.Stack));

    /// <summary>An array map.</summary>
    /// <exception cref="MapMismatchException">There is no such array, or its values are not of <typeparamref name="T"/>'s size.</exception>
    public ArrayView<T> Array<T>(string name) where T : unmanaged =>
        new(Find(name, "an array", sizeof(int), Unsafe.SizeOf<T>(), BpfMap.Kind.Array));

    /// <summary>An array map with values for each CPU.</summary>
    /// <exception cref="MapMismatchException">There is no such array, or its values are not of <typeparamref name="T"/>'s size.</exception>
    public PerCpuArrayView<T> PerCpuArray<T>(string name) where T : unmanaged =>
        new(Find(name, "a per-CPU array", sizeof(int), Unsafe.SizeOf<T>(), BpfMap.Kind.PerCpuArray));

    /// <summary>A hash map.</summary>
    /// <exception cref="MapMismatchException">There is no such hash map, or its keys or values are of other sizes.</exception>
    public HashView<TKey, TValue> Hash<TKey, TValue>(string name) where TKey : unmanaged where TValue : unmanaged =>
        new(Find(name, "a hash map", Unsafe.SizeOf<TKey>(), Unsafe.SizeOf<TValue>(), BpfMap.Kind.Hash, BpfMap.Kind.LruHash, BpfMap.Kind.LongestPrefix));

    /// <summary>What the scheduler keeps for each task: a field of type <see cref="TaskStorage{TValue}"/>.</summary>
    /// <exception cref="MapMismatchException">There is no such storage, or its values are not of <typeparamref name="T"/>'s size.</exception>
    public TaskStorageView<T> TaskStorage<T>(string name) where T : unmanaged =>
        new(Find(name, "a task storage", sizeof(int), Unsafe.SizeOf<T>(), BpfMap.Kind.TaskStorage));

    /// <summary>What the scheduler keeps for each cgroup: a field of type <see cref="CgroupStorage{TValue}"/>.</summary>
    /// <exception cref="MapMismatchException">There is no such storage, or its values are not of <typeparamref name="T"/>'s size.</exception>
    public CgroupStorageView<T> CgroupStorage<T>(string name) where T : unmanaged =>
        new(Find(name, "a cgroup storage", sizeof(int), Unsafe.SizeOf<T>(), BpfMap.Kind.CgroupStorage));

    /// <summary>Starts to read the records that the scheduler writes: a field of type <see cref="RingBuffer{TRecord}"/>. One reader takes what another would see.</summary>
    /// <exception cref="MapMismatchException">There is no such ring buffer.</exception>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public RingBufferReader<T> ReadRingBuffer<T>(string name) where T : unmanaged => new(Find(name, "a ring buffer", 0, 0, BpfMap.Kind.RingBuffer));

    /// <summary>Starts to read records of any size: a field of type <see cref="RingBuffer"/>. One reader takes what another would see.</summary>
    /// <exception cref="MapMismatchException">There is no such ring buffer.</exception>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public RingBufferReader ReadRingBuffer(string name) => new(Find(name, "a ring buffer", 0, 0, BpfMap.Kind.RingBuffer));

    /// <summary>Starts to write records that the scheduler takes out: a field of type <see cref="UserRingBuffer{TRecord}"/>.</summary>
    /// <exception cref="MapMismatchException">There is no such ring buffer.</exception>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public RingBufferWriter<T> WriteRingBuffer<T>(string name) where T : unmanaged =>
        new(Find(name, "a user ring buffer", 0, 0, BpfMap.Kind.UserRingBuffer));

    /// <summary>Starts to write records of any size that the scheduler takes out: a field of type <see cref="UserRingBuffer"/>.</summary>
    /// <exception cref="MapMismatchException">There is no such ring buffer.</exception>
    /// <exception cref="MapOperationException">The kernel refuses.</exception>
    public RingBufferWriter WriteRingBuffer(string name) => new(Find(name, "a user ring buffer", 0, 0, BpfMap.Kind.UserRingBuffer));

    /// <summary>A variable that both halves can read and write: an instance field that is neither <c>readonly</c> nor a map.</summary>
    /// <exception cref="MapMismatchException">There is no such variable, it is fixed, or it is not of <typeparamref name="T"/>'s size.</exception>
    public GlobalVariable<T> Global<T>(string name) where T : unmanaged
    {
        var variable = scheduler.Variables.FirstOrDefault(variable => variable.Name == name && Object.FindMap(variable.Section) is not null)
            ?? throw new MapMismatchException(name, $"{scheduler.Subject} has no variable '{name}'");
        if (variable.Section.StartsWith(".rodata", StringComparison.Ordinal))
            throw new MapMismatchException(name, $"'{name}' is readonly: its value can be set before {scheduler.Subject} is loaded only");
        if (variable.Size != Unsafe.SizeOf<T>())
            throw Mismatch(name, "the variable", variable.Size, typeof(T), Unsafe.SizeOf<T>());
        return new GlobalVariable<T>(Object.FindMap(variable.Section)!, variable.Offset);
    }

    /// <summary>Runs a program of the scheduler's: a method with <c>[SyscallProgram]</c> that has no parameter.</summary>
    /// <param name="program">The method's name.</param>
    /// <returns>What it returned; 0 if it is void.</returns>
    /// <exception cref="ProgramRunException">There is no such program, or the kernel does not run it.</exception>
    public int Run(string program) => Run(program, []);

    /// <summary>Runs a program of the scheduler's: a method with <c>[SyscallProgram]</c> that has a parameter.</summary>
    /// <param name="program">The method's name.</param>
    /// <param name="context">The argument; with <c>ref</c> and <c>out</c> parameters, what the program makes of it.</param>
    /// <typeparam name="T">Type of the parameter, laid out as in the scheduler.</typeparam>
    /// <returns>What it returned; 0 if it is void.</returns>
    /// <exception cref="ProgramRunException">There is no such program, or the kernel does not run it, as when the type is too small.</exception>
    public int Run<T>(string program, ref T context) where T : unmanaged => Run(program, MemoryMarshal.AsBytes(new Span<T>(ref context)));

    /// <summary>The scheduler's arena.</summary>
    /// <exception cref="MapMismatchException">It has none.</exception>
    public ArenaView Arena() => new(Object.Maps.FirstOrDefault(map => map.Type == BpfMap.Kind.Arena)
        ?? throw new MapMismatchException("arena", $"{scheduler.Subject} has no arena"));

    /// <summary>An array among the globals: a field of type <see cref="CpuArray{TValue}"/> or <see cref="ResizableArray{TValue}"/>.</summary>
    /// <exception cref="MapMismatchException">There is no such array, or its elements are not of <typeparamref name="T"/>'s size.</exception>
    public GlobalArrayView<T> GlobalArray<T>(string name) where T : unmanaged
    {
        var map = Object.FindMap(".bss." + name) ?? throw new MapMismatchException(name, $"{scheduler.Subject} has no array '{name}' among its globals");
        return map.ValueSize % Unsafe.SizeOf<T>() == 0
            ? new GlobalArrayView<T>(map)
            : throw new MapMismatchException(name, $"array '{name}' has {map.ValueSize} bytes in all, which are no whole number of {typeof(T).Name}");
    }

    /// <summary>Takes the scheduler out of the kernel.</summary>
    public abstract void Dispose();

    int Run(string name, Span<byte> context)
    {
        var program = Object.Programs.FirstOrDefault(program => program.Name == name && program.Section == BpfProgram.SyscallSection)
            ?? throw new ProgramRunException(name, $"{scheduler.Subject} has no syscall program '{name}'");
        int error = program.Run(context, out int result);
        return error < 0 ? throw new ProgramRunException(name, -error) : result;
    }

    BpfMap Find(string name, string what, int keySize, int valueSize, params ReadOnlySpan<BpfMap.Kind> kinds)
    {
        // The compiler calls the maps in an array of maps levels_0, levels_1 and so on.
        var map = Object.FindMap(name.Replace('[', '_').TrimEnd(']')) ?? throw new MapMismatchException(name, $"{scheduler.Subject} has no map '{name}'");
        if (!kinds.Contains(map.Type))
            throw new MapMismatchException(name, $"map '{name}' is not {what}");
        if (keySize != map.KeySize)
            throw new MapMismatchException(name, $"the keys of map '{name}' have {map.KeySize} bytes, not {keySize}");
        if (valueSize != map.ValueSize)
            throw new MapMismatchException(name, $"the values of map '{name}' have {map.ValueSize} bytes, not {valueSize}");
        return map;
    }

    static MapMismatchException Mismatch(string name, string what, int actual, Type type, int asked) =>
        new(name, $"{what} '{name}' has {actual} bytes, and {type.Name} has {asked}");
}
