[SchedExtOps("t")]
public sealed class T : Scheduler
{
    readonly RingBuffer<int> small = new(5000); //~ SCX6003
}
