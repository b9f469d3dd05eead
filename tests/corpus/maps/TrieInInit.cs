[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Prefix
    {
        public uint Bits;
        public uint Value;
    }

    readonly LpmTrie<Prefix, int> classes = new(16);
    readonly BloomFilter<int> seen = new(16);

    public override int Init()
    {
        Fill();
        return CreateDsq(1);
    }

    void Fill()
    {
        classes.Update(default, 1); //~ SCX6014
    }

    public override void Running(TaskStruct p) => seen.Add(p.Pid);
}
