using Scx.Diagnostics;
using Scx.Runtime.Btf;
using Scx.Runtime.Host;
using Scx.Runtime.Native;

namespace Scx.Runtime;

/// <summary>Compares the kernel functions that a scheduler calls with those that the running kernel has.</summary>
static class KernelSymbols
{
    /// <summary>Compares them.</summary>
    /// <returns>A line for each that the kernel describes wrongly and that the scheduler can do without.</returns>
    /// <exception cref="MissingKernelSymbolException">Some that the scheduler cannot do without are missing.</exception>
    /// <exception cref="FaultyKernelException">Some are described wrongly by the kernel.</exception>
    public static IReadOnlyList<string> Check(ElfFile file, SchedulerObject scheduler, KernelHost host)
    {
        var (types, used) = (scheduler.Types, file.Externals.Where(symbol => IsUsed(symbol, scheduler)).ToList());
        if (host.Types is null || used.Count == 0)
            return [];
        var wanted = types.FindAll<BtfFunction>(BtfKind.Function, used.Select(symbol => symbol.Name));
        var present = host.Types.FindAll<BtfFunction>(BtfKind.Function, wanted.Keys.Select(EssentialName));

        var missing = used.Where(symbol => !symbol.Weak && wanted.ContainsKey(symbol.Name) && !present.ContainsKey(EssentialName(symbol.Name)))
            .ToList();
        if (missing.Count > 0)
        {
            throw new MissingKernelSymbolException(host.Release, [.. missing.Select(symbol => symbol.Name)],
                $"kernel {host.Release} lacks what {scheduler.Subject} needs: " +
                string.Join(", ", missing.Select(symbol => $"{EssentialName(symbol.Name)} ({Callers(symbol, scheduler)})")));
        }

        var faulty = used.Where(symbol => wanted.TryGetValue(symbol.Name, out var mine)
            && present.TryGetValue(EssentialName(symbol.Name), out var kernels) && HasHiddenArgument(types, mine, host.Types, kernels)).ToList();
        if (faulty.Any(symbol => !symbol.Weak))
            throw new FaultyKernelException(host.Release, [.. faulty.Where(symbol => !symbol.Weak).Select(symbol => EssentialName(symbol.Name))]);
        return [.. faulty.Select(symbol => $"this build of kernel {host.Release} is faulty: {EssentialName(symbol.Name)} cannot be called")];
    }

    /// <summary>
    /// Why a function that the verifier met is not there: the kernel lacks it, or describes it wrongly. (The scheduler's object may say that
    /// it can do without, and be wrong.)
    /// </summary>
    public static SchedulerException ExplainUnresolved(string name, string callback, string log, BtfTable types, KernelHost host)
    {
        string kernelName = EssentialName(name);
        if (types.Find<BtfFunction>(BtfKind.Function, name) is { } mine
            && host.Types?.Find<BtfFunction>(BtfKind.Function, kernelName) is { } kernels && HasHiddenArgument(types, mine, host.Types, kernels))
            return new FaultyKernelException(host.Release, [kernelName]);
        return new MissingKernelSymbolException(host.Release, [kernelName], $"kernel {host.Release} lacks {kernelName}, which {callback} calls")
        {
            Location = KernelLog.ReadProgram("", callback, log)?.Place,
            Log = log,
        };
    }

    /// <summary>A symbol's name without the part from the last triple underscore on, which libbpf does not look at either.</summary>
    public static string EssentialName(string name)
    {
        int at = name.LastIndexOf("___", StringComparison.Ordinal);
        return at > 0 && at + 3 < name.Length ? name[..at] : name;
    }

    // A callback that the kernel lacks has been left out, and with it what only it calls.
    static bool IsUsed(ElfFile.ExternalSymbol symbol, SchedulerObject scheduler) =>
        symbol.Users.Count == 0 || scheduler.Native.Programs.Any(program => program.Autoload && symbol.Users.Contains(program.Section));

    static string Callers(ElfFile.ExternalSymbol symbol, SchedulerObject scheduler)
    {
        string[] callers = [.. scheduler.Native.Programs.Where(program => symbol.Users.Contains(program.Section)).Select(scheduler.CallbackOf)];
        return callers.Length == 0 ? $"called in a function of {scheduler.Subject}" : $"called by {string.Join(", ", callers)}";
    }

    static bool HasHiddenArgument(BtfTable types, BtfFunction wanted, BtfTable kernelTypes, BtfFunction present)
    {
        if (types[wanted.PrototypeId] is not BtfPrototype mine || kernelTypes[present.PrototypeId] is not BtfPrototype kernels)
            return false;
        return kernels.Parameters.Count == mine.Parameters.Count + 1
            && kernelTypes.Resolve(kernels.Parameters[^1].TypeId) is BtfReference { Kind: BtfKind.Pointer } pointer
            && kernelTypes.Resolve(pointer.TypeId).Name == "bpf_prog_aux";
    }
}
