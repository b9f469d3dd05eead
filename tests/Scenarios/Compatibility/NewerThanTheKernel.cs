using Scx.Runtime;

namespace Scx.Scenarios;

/// <summary>One object asks each kernel what it has.</summary>
static class NewerThanTheKernel
{
    public static void Run(Facts facts)
    {
        var notes = new List<string>();
        using (var attached = Objects.Load("newer", options: new SchedulerOptions { Note = notes.Add }).Attach())
        {
            Objects.Sleep(times: 10);
            foreach (string name in (string[])["hasPeek", "hasReenq", "hasImmed", "hasTaskCpu", "hasTid", "peeked"])
                facts[name] = attached.Global<bool>(name).Value;
            facts["tid"] = attached.Global<ulong>("tid").Value != 0;
            facts["immed"] = attached.Global<ulong>("immed").Value != 0;
            facts["exit"] = attached.Detach()!.Reason;
        }
        facts["notes"] = notes.Count(note => note.Contains("cgroup_set_idle", StringComparison.Ordinal));
        notes.Clear();
        using var newest = Objects.Load("newest", options: new SchedulerOptions { Note = notes.Add });
        facts["older"] = notes.Count(note => note.Contains("older than 7.3", StringComparison.Ordinal));
    }
}
