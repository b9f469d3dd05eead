namespace Scx.Diagnostics;

public static partial class KernelRefusals
{
    /// <summary>The refusal for a number that was a reference, which the log calls a number only.</summary>
    internal static KernelRefusal Released => field ??= Lifetime.First(refusal => refusal.Id == "SCX9012");

    static readonly KernelRefusal[] Lifetime =
    [
        new("SCX9011", "Reference is not released", "What was acquired{origin} is not released on a way that ends here",
            "Declare the variable with 'using', or call Dispose before each return.",
            "Unreleased reference", "would lead to reference leak", "Leaking reference", "Unreleased resource")
            { FoundBefore = ["SCX3001", "SCX3004", "SCX3006", "SCX3008"], IsMissed = true },
        new("SCX9012", "Reference is used or released after it was given back", "{subject} has been released or handed over before",
            "Use it before that, and release it once; 'using' does both.",
            "release (kfunc|helper) .* expects referenced", "expected=ringbuf_mem", "must have zero offset when passed to release",
            @"arg#\d+ pointer type STRUCT \w+ must point to scalar", "release kfuncs require a resource-owning value",
            @"Expected an initialized dynptr as (arg #\d+|R\d)", "cannot overwrite referenced dynptr")
            { FoundBefore = ["SCX3002", "SCX3003", "SCX3007", "SCX3009", "SCX3010"], IsMissed = true },
        new("SCX9013", "Iterator is used out of order", "An iterator is used here before it is begun or after its end",
            "Use foreach; it begins and ends the iterator on every way.",
            @"expected an? (un)?initialized iter_\w+", @"expected uninitialized iter_\w+", "expected pointer to an iterator on stack", "cannot pass in iter at an offset")
            { IsMissed = true },
        new("SCX9016", "List or tree is used without its lock or its object", "A list or tree is used here without its lock, or with an object that it does not own",
            "Do it inside 'using' of the lock that stands beside the list or tree in the same map value.",
            "must be held for bpf_", "not in the same allocation", "expected pointer to allocated object", "non-owning or refcounted", "neither owning or non-owning")
            { FoundBefore = ["SCX3108", "SCX3009"], IsMissed = true },
        new("SCX9014", "Lock is not held or released in order", "A spin lock is taken, released or held here as the kernel does not allow it",
            "Keep the locked part short and inside one 'using' scope: no second lock, no call of other functions, no return out of a section by hand.",
            "inside bpf_spin_lock-ed region", @"_unlock (without taking a lock|of different lock|cannot be out of order)", "Locking two bpf_spin_locks",
            "Acquiring the same lock again", "function calls are not allowed while holding a lock", "in rbtree cb")
            { FoundBefore = ["SCX3101", "SCX3102", "SCX3103", "SCX3104", "SCX3105"], IsMissed = true },
        new("SCX9015", "RCU, preemption or interrupt section is not balanced", "A section is left open, or ended without having been begun",
            "Use the section's 'using' scope, which ends it on every way.",
            "unmatched rcu read unlock", "inside bpf_rcu_read_lock-ed region", "unmatched attempt to enable preemption", "inside bpf_preempt_disable-ed region",
            "cannot restore irq state", "inside bpf_local_irq_save-ed region")
            { FoundBefore = ["SCX3106", "SCX3107"], IsMissed = true },
    ];
}
