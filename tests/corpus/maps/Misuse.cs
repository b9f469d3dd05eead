[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Address
    {
        public ulong Value;
        public uint Bits;
    }

    static QueueMap<int> Make() => new(4);

    readonly RingBuffer<int> odd = new(5000); //~ SCX6003
    readonly RingBuffer<int> small = new(1024); //~ SCX6002
    readonly BloomFilter<int> filter = new(10, 16); //~ SCX6002
    readonly LpmTrie<Address, int> routes = new(16); //~ SCX6006
    readonly LpmTrie<uint, int> numbers = new(16); //~ SCX6006
    readonly ArrayOfMaps<QueueMap<int>> made = new(5, Make); //~ SCX6007
    readonly ArrayOfMaps<QueueMap<int>> empty = new(5, () => new(0)); //~ SCX6002
    readonly ArrayOfMaps<QueueMap<int>> levels = new(5, () => new(16));
    readonly HashOfMaps<int, QueueMap<int>> groups = new(5, () => new(16));

    public override void Running(TaskStruct p)
    {
        groups.Create(3); //~ SCX1010
    }
}
