namespace Scx.Maps.Tests;

/// <summary>Has a map that takes more memory than machines have.</summary>
[SchedExtOps("huge")]
public sealed class Huge : Scheduler
{
    readonly ArrayMap<ulong> endless = new(4_000_000_000);

    /// <inheritdoc/>
    public override void Running(TaskStruct p) => endless[5u]++;
}
