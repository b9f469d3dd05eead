[SchedExtOps("t")]
public sealed class T
{
    public void Running(TaskStruct p)
    {
    }
}
