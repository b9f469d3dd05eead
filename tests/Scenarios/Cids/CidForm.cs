using Scx.Runtime;

namespace Scx.Scenarios;

/// <summary>Runs a scheduler of the cid form, or looks at what a kernel without that form says.</summary>
static class CidForm
{
    public static void Run(Facts facts)
    {
        try
        {
            using var loaded = Objects.Load("cids");
            using var attached = loaded.Attach();
            Objects.Shell("stress-ng --quiet --cpu 2 --switch 2 --fork 1 --timeout 2s >/dev/null 2>&1");
            Objects.Shell("taskset -c 1 sleep 0.1");
            foreach (string counter in (string[])["Selected", "Queued", "Taken", "Masks", "Enabled", "Here", "Core"])
                facts[counter] = attached.Global<ulong>(counter).Value > 0;
            foreach (string number in (string[])["Wrong", "All", "Online"])
                facts[number] = attached.Global<ulong>(number).Value;
            facts["exit"] = attached.Detach()!.Reason;
        }
        catch (MissingKernelSymbolException missing)
        {
            facts["missing"] = string.Join(" ", missing.Symbols);
        }
    }
}
