namespace Scx.Bindings.Tool.Generate;

/// <summary>Writes the table of the plain members of <c>sched_ext_ops</c>.</summary>
public sealed class OpsMembersWriter(History history)
{
    /// <summary>The file.</summary>
    public string Write()
    {
        var code = new CodeWriter();
        code.Doc("summary", "The members of <c>struct sched_ext_ops</c> that are no callbacks.");
        code.Open("internal static class SchedExtOpsMembers");
        code.Doc("summary", "Name, C type, and first kernel; null if all supported ones have it.");
        code.Line("internal static readonly (string Name, string Type, string? Since)[] All =");
        code.Line("[");
        foreach (string name in history.Names(kernel => kernel.Scalars.Keys))
        {
            string type = history.Newest(name, kernel => kernel.Scalars.GetValueOrDefault(name));
            string? since = history.LifetimeOf(name, kernel => kernel.Scalars.ContainsKey(name)).Since;
            code.Line($"    (\"{name}\", \"{type}\", {(since is null ? "null" : $"\"{since}\"")}),");
        }

        code.Line("];");
        code.Close();
        return code.ToString();
    }
}
