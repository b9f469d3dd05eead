[SchedExtOps("t")]
public sealed class T : Scheduler
{
    ulong total;

    public override void Running(TaskStruct p) => total++;

    // What no callback calls runs under .NET only.
    public string Report()
    {
        var lines = new System.Collections.Generic.List<string> { $"total {total}" };
        if (total == 0)
            throw new InvalidOperationException("nothing ran");
        return string.Join(", ", lines.ToArray()) + (double)total / 2;
    }
}
