[SchedExtOps("t", MinimumKernel = "7.2")]
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
        classes.Update(default, 1);
        seen.Add(1); //~ SCX6014
        return CreateDsq(1);
    }
}
