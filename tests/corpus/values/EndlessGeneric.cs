// A generic method that would have to be compiled for ever larger types.
[SchedExtOps("endless")]
public sealed class EndlessGeneric : Scheduler
{
    ulong sum;

    public override void Runnable(TaskStruct p, EnqFlags enqFlags) => sum += (ulong)Deep(3);

    static int Deep<T>(T value) where T : unmanaged => Deep(new Box<T> { Held = value }); //~ SCX1018

    struct Box<T> where T : unmanaged
    {
        public T Held;
    }
}
