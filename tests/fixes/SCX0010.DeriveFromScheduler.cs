[SchedExtOps("t")]
public sealed class T
{
    public void Enqueue(TaskStruct p, EnqFlags enqFlags)
    {
    }
}
