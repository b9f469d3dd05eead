[SchedExtOps("t")]
public sealed class T : Scheduler
{
    [System.Runtime.CompilerServices.InlineArray(64)] struct Counts { uint element; }
    Counts counts;

    struct Key
    {
        public int A, B;

        public Key(int a)
        {
            A = a;
            B = 0;
        }
    }

    public override void Running(TaskStruct p)
    {
        var key = new Key(p.Pid) { B = 3 };
        counts[(key.A + key.B) & 63]++;
    }
}
