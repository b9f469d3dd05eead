[SchedExtOps("example")]
public sealed class Example //~ SCX0010
{
    public void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
    }
}
