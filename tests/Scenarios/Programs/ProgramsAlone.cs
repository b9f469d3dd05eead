using Scx.Runtime;

namespace Scx.Scenarios;

/// <summary>Attaches programs without a scheduler, twice at once, before and while a scheduler runs.</summary>
static class ProgramsAlone
{
    public static void Run(Facts facts)
    {
        using var loaded = Objects.Load("wake_latency", open => facts["named"] = $"{open.Name} {open.IsScheduler}");
        using var attached = loaded.Attach();
        using var other = Objects.Load("wake_latency", open => open.SetTunable("process", 1)).Attach();
        facts["unknown"] = Missing(attached);
        Objects.Sleep(times: 3);
        Int128 before = Waits(attached);
        facts["counted"] = before > 0;

        using (var scheduler = Objects.Load("minimal").Attach())
        {
            Objects.Sleep(times: 3);
            facts["besideScheduler"] = Waits(attached) > before;
            facts["exit"] = scheduler.Detach()!.Reason;
        }

        facts["filtered"] = Waits(other) < Waits(attached);
        facts["ended"] = attached.HasEnded;
        facts["record"] = attached.Detach()?.Reason ?? "none";
        Int128 atEnd = Waits(attached);
        Objects.Sleep(times: 2);
        facts["stillTracing"] = Waits(attached) != atEnd;
    }

    static string Missing(KernelScheduler programs)
    {
        try
        {
            programs.Array<int>("nothing");
            return "";
        }
        catch (MapMismatchException error)
        {
            return error.Message;
        }
    }

    static Int128 Waits(KernelScheduler programs) => programs.CreateSampler().Sample().Aggregate((all, count) => all + count);
}
