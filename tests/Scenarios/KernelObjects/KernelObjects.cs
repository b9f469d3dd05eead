namespace Scx.Scenarios;

/// <summary>Attaches the schedulers that use the kernel's objects, gives them a load, and looks at what they have counted.</summary>
static class KernelObjects
{
    public static void RunOwned(Facts facts) => Run(facts, "owned_objects",
        ["masks", "claimed", "tasks", "parents", "groups", "roots", "events", "moved", "processes", "threads", "walked", "inGroup", "irqs", "allowed", "named", "unnamed"], []);

    public static void RunState(Facts facts) => Run(facts, "kernel_state",
        ["held", "masked", "taskPid", "groupId", "timerRuns", "workRuns", "turned", "stashed", "popped", "shared"], ["torn", "order"]);

    static void Run(Facts facts, string name, string[] positive, string[] zero)
    {
        using var loaded = Objects.Load(name);
        using var attached = loaded.Attach();
        Objects.Shell("stress-ng --quiet --cpu 2 --switch 2 --fork 1 --timeout 2s >/dev/null 2>&1");
        foreach (string counter in positive.Concat(zero))
        {
            ulong value = attached.Global<ulong>(counter).Value;
            facts[counter] = zero.Contains(counter) ? value == 0 : value > 0;
        }
        facts["exit"] = attached.Detach()!.Reason;
    }
}
