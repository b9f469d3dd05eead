// Parts that records and tuples compare by their Equals, which would take an object.
[SchedExtOps("noequality")]
public sealed class NoEquality : Scheduler
{
    ulong sum;

    public override void Runnable(TaskStruct p, EnqFlags enqFlags)
    {
        Holder a = default, b = default;
        if (a == b)
            sum++;
    }

    record struct Holder(Boxing Part);      //~ SCX1032

    struct Boxing
    {
        public int A;

        public override bool Equals(object? other) => false;

        public override int GetHashCode() => A;
    }
}
