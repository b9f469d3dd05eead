// Structs of .NET's own have members that exist only compiled.
[SchedExtOps("compiled")]
public sealed class CompiledStruct : Scheduler
{
    Guid id;                                        //~ SCX1030
    ulong sum;

    public override void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
        TimeSpan time = default;                    //~ SCX1030
        sum++;
    }
}
