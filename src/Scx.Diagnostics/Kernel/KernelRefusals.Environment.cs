namespace Scx.Diagnostics;

public static partial class KernelRefusals
{
    /// <summary>Of machines and kernels rather than of the source.</summary>
    static readonly KernelRefusal[] Environment =
    [
        new("SCX9032", "Kernel lacks a function, field or type", "The running kernel does not have '{name}', which the scheduler uses",
            "Run it on a kernel that has it, or test for it before the use and do without it otherwise.",
            @"failed to resolve CO-RE relocation <\w+> \[\d+\] (?:struct |enum )?(?<name>.+?)(?: \(\d[^)]*\))?\s*$", "invalid func unknown#195896080",
            @"extern \((?:func|var) ksym\) '(?<name>[^']+)'", @"failed to find kernel BTF type ID of '?(?<name>[^':]+)", @"kfunc '(?<name>[^']+)' is referenced but wasn't resolved",
            @"kernel \S+ lacks (?<name>[^,]+),", @"does not have the scheduler's function (?<name>\w+)")
            { FoundBefore = ["SCX8001", "SCX8002", "SCX8003", "SCX8004", "SCX8009"] },
        new("SCX9029", "Map cannot be created", "The kernel cannot create the map '{name}': {error}",
            "Too many entries for the machine's memory is the usual reason (ENOMEM, E2BIG); EINVAL means a key, a value or a flag that the kind of map does not take.",
            @"map '(?<name>[^']+)': failed to create: (?<error>.*)$", @"failed to create map '(?<name>[^']+)': (?<error>.*)$",
            @"cannot make the map '(?<name>[^']+)'[^:]*: (?<error>.*)$")
            { FoundBefore = ["SCX6002", "SCX6011"] },
        new("SCX9034", "Kernel does not accept the scheduler", "The kernel does not accept the scheduler: {error}",
            "EINVAL: flags that do not go together or that this kernel does not know, or a bad name. E2BIG: TimeoutMs above 30000 or DispatchMaxBatch too large. EBUSY: another "
            + "scheduler runs. The kernel's log (dmesg) says more.",
            @"kernel does not accept scheduler '[^']*': (?<error>.*)$", @"failed to (attach|register) .*struct_ops.*: (?<error>.*)$", @"Failed to attach struct_ops .*: (?<error>.*)$")
            { FoundBefore = ["SCX0011", "SCX0013", "SCX0016"] },
        new("SCX9035", "Not allowed to load schedulers", "This process may not load schedulers",
            "Run scx-run as root; kernel lockdown must be off.",
            "Operation not permitted.*errno 1|does not let this process load schedulers"),
    ];
}
