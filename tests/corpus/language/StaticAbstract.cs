[SchedExtOps("t")]
public sealed class T : Scheduler
{
    interface IOrder { static abstract ulong Key(TaskStruct p); }
    struct ByVtime : IOrder { public static ulong Key(TaskStruct p) => p.Scx.DsqVtime; }
    struct ByWeight : IOrder { public static ulong Key(TaskStruct p) => p.Scx.Weight; }

    [Tunable("Order by weight")]
    readonly bool weight;

    static ulong KeyOf<TOrder>(TaskStruct p) where TOrder : struct, IOrder => TOrder.Key(p);

    ulong last;

    public override void Running(TaskStruct p) => last = weight ? KeyOf<ByWeight>(p) : KeyOf<ByVtime>(p);
}
