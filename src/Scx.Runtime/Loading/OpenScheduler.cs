using System.Buffers.Binary;
using Scx.Runtime.Host;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>
/// A scheduler's object file, opened: what it offers can be listed and set; nothing is in the kernel yet and no privilege is needed.
/// <code>
/// OpenScheduler --Load()--> LoadedScheduler --Attach()--> AttachedScheduler --Detach()--> ExitRecord
/// </code>
/// Each step hands the scheduler on, so only the last of the objects is to be used and disposed of.
/// </summary>
public sealed class OpenScheduler : IDisposable
{
    const string DumpSection = ".data.uei_dump";
    const string DumpLength = "uei_dump_len";

    readonly ElfFile file;
    readonly SchedulerOptions options;
    readonly List<Action<SchedulerObject>> settings = [];
    SchedulerObject? current;

    OpenScheduler(string path, SchedulerOptions options)
    {
        (Path, this.options) = (path, options);
        _ = LibbpfLibrary.Version;
        file = ElfFile.Read(path);
        current = SchedulerObject.Open(path, options.Trace);
        (Name, IsScheduler) = (current.Name, current.Layout is not null);
        Tunables = TunableReader.Read(current.Types, current.Variables, section => current.Find(section)?.Memory.ToArray() ?? []);
        Statistics = [.. current.Statistics.Select(source => source.Statistic)];
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The scheduler's name (<c>sched_ext_ops.name</c>), or that of a <see cref="BpfObjectAttribute"/>.</summary>
    public string Name { get; }

    /// <summary>Whether there is a scheduler in it; programs of a class with <see cref="BpfObjectAttribute"/> go the same way without.</summary>
    public bool IsScheduler { get; }

    /// <summary>What can be set before loading.</summary>
    public IReadOnlyList<Tunable> Tunables { get; }

    /// <summary>What the scheduler counts.</summary>
    public IReadOnlyList<Statistic> Statistics { get; }

    /// <summary>Bytes of memory for the kernel's debug dump of an ejected scheduler; 0 for no dump.</summary>
    public int DumpCapacity { get; set; } = 32768;

    internal KernelHost Host { get; init; } = new();

    SchedulerObject Current => current ?? throw new ObjectDisposedException(nameof(OpenScheduler));

    /// <summary>Opens a file.</summary>
    /// <exception cref="LibbpfUnavailableException">libbpf is missing or too old.</exception>
    /// <exception cref="ObjectFormatException">The file is missing or has neither a scheduler in it nor programs of a class with <see cref="BpfObjectAttribute"/>.</exception>
    public static OpenScheduler Open(string path, SchedulerOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new OpenScheduler(path, options ?? new SchedulerOptions());
    }

    /// <summary>Sets a tunable, given by the name of its field, to a number; 0 and 1 stand for false and true.</summary>
    /// <exception cref="TunableException">There is no such tunable, or it cannot have that value.</exception>
    public void SetTunable(string name, Int128 value)
    {
        var tunable = FindTunable(name);
        tunable.Check(value);
        Change(scheduler => tunable.Write(scheduler.Find(tunable.Section)!.Memory, value));
    }

    /// <summary>Sets a tunable to true or false.</summary>
    /// <exception cref="TunableException">There is no such tunable, or it cannot have that value.</exception>
    public void SetTunable(string name, bool value) => SetTunable(name, value ? 1 : 0);

    /// <summary>Sets a tunable to what somebody typed.</summary>
    /// <exception cref="TunableException">There is no such tunable, or it cannot have that value.</exception>
    public void SetTunable(string name, string value) => SetTunable(name, FindTunable(name).Parse(value));

    /// <summary>Changes how many entries a map can hold.</summary>
    /// <exception cref="MapMismatchException">There is no such map, or it cannot be that large.</exception>
    public void SetMapCapacity(string name, int entries)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(entries);
        if (Current.Find(name) is null)
            throw new MapMismatchException(name, $"{Current.Subject} has no map '{name}'");
        Change(scheduler =>
        {
            if (scheduler.Find(name)!.SetCapacity((uint)entries) < 0)
                throw new MapMismatchException(name, $"map '{name}' cannot have {entries} entries");
        });
    }

    /// <summary>Changes how many elements a <see cref="ResizableArray{TValue}"/> has.</summary>
    /// <exception cref="MapMismatchException">There is no such array, or it cannot be that long.</exception>
    public void SetArrayLength(string name, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(length);
        Change(scheduler => ResizableArrays.Resize(scheduler, name, length));
    }

    /// <summary>Has the kernel verify and compile the scheduler.</summary>
    /// <exception cref="SchedExtUnavailableException">The kernel has no sched_ext.</exception>
    /// <exception cref="PermissionException">This process may not load schedulers.</exception>
    /// <exception cref="MissingKernelSymbolException">The kernel lacks functions that the scheduler calls.</exception>
    /// <exception cref="FaultyKernelException">The kernel describes such functions wrongly.</exception>
    /// <exception cref="VerifierRejectedException">The kernel's verifier refuses a program.</exception>
    /// <exception cref="SchedulerLoadException">Loading fails for another reason.</exception>
    public LoadedScheduler Load()
    {
        Preflight.CheckCanLoad(Host, IsScheduler);
        Prepare(Current, note: true);
        foreach (string line in KernelSymbols.Check(file, Current, Host))
            options.Note?.Invoke(line);

        var loader = new SchedulerLoader(Host, options, Reopen);
        var programs = loader.Load(Current);
        var loaded = new LoadedScheduler(loader.Loaded, programs, Host, options);
        current = null;
        return loaded;
    }

    /// <summary>Closes the file, unless it has been loaded.</summary>
    public void Dispose()
    {
        current?.Dispose();
        current = null;
    }

    Tunable FindTunable(string name) => Tunables.FirstOrDefault(tunable => tunable.Name == name)
        ?? throw new TunableException(name, null, $"{(IsScheduler ? "the scheduler " : "")}'{Name}' has no tunable '{name}'" +
            (Tunables.Count == 0 ? "" : $"; it has {string.Join(", ", Tunables.Select(tunable => tunable.Name))}"));

    // What is set is kept too: a refused object cannot be loaded a second time, so one with the same settings takes its place.
    void Change(Action<SchedulerObject> setting)
    {
        setting(Current);
        settings.Add(setting);
    }

    SchedulerObject Reopen()
    {
        Dispose();
        current = SchedulerObject.Open(Path, options.Trace);
        settings.ForEach(setting => setting(current));
        Prepare(current, note: false);
        return current;
    }

    void Prepare(SchedulerObject scheduler, bool note)
    {
        MakeRoomForDump(scheduler);
        ResizableArrays.SizeByCpu(scheduler, Host.CpuIds);
        foreach (string line in KernelAdaptation.Adapt(scheduler, Host))
        {
            if (note)
                options.Note?.Invoke(line);
        }
    }

    void MakeRoomForDump(SchedulerObject scheduler)
    {
        var length = scheduler.Variables.FirstOrDefault(variable => variable.Name == DumpLength);
        if (DumpCapacity > 0 && length is not null && scheduler.Find(DumpSection) is { } dump && dump.SetValueSize((uint)DumpCapacity) == 0)
            BinaryPrimitives.WriteInt32LittleEndian(scheduler.Find(length.Section)!.Memory[length.Offset..], DumpCapacity);
    }
}
