[SchedExtOps("t")]
public sealed class T : Scheduler
{
    static readonly int[] computed = [1, Environment.ProcessorCount]; //~ SCX1025
    static readonly int[] endless = Counted(0); //~ SCX1025
    static readonly int[] beyond = Counted(-5); //~ SCX1025
    static readonly int[] divided = [1, 1 / (Counted(3).Length - 8)]; //~ SCX1025
    static readonly int[] table = [1, 2];

    int n;

    static int[] Counted(int step)
    {
        var all = new int[8];
        for (int i = 0; i < all.Length; i += step)
            all[i] = i;
        return all;
    }

    public override void Running(TaskStruct p)
    {
        Span<int> sized = stackalloc int[n]; //~ SCX1019
        n += computed[1];
        n += endless[1];
        n += beyond[1];
        n += divided[1];
        Span<int> four = stackalloc int[4];
        ReadOnlySpan<int> joined = [0, .. four]; //~ SCX1027
        table[1] = 4; //~ SCX1026
        foreach (int i in Loop.Range(0, 4))
        {
            Span<int> again = stackalloc int[4]; //~ SCX1024
            n += again[0];
        }
    }
}
