using System.Threading;

[SchedExtOps("t")]
public sealed class T : Scheduler
{
    struct Shared
    {
        public uint Flags;
        public long Turns;
    }

    readonly Arena arena = new(16);
    ArenaPointer<Shared> shared;
    ArenaPointer<ulong> words;
    ulong own, before;

    // Made of compare and exchange: the arena has no such instruction.
    public override void Running(TaskStruct p)
    {
        before += Interlocked.Or(ref words[3], 8) + Interlocked.And(ref shared.Value.Flags, 7);
        ref long turns = ref shared.Value.Turns;
        Interlocked.And(ref turns, 3);
        Interlocked.Add(ref turns, 3);
        Interlocked.Increment(ref words.Value);
    }

    static void Raise(ref ulong word) => Interlocked.Or(ref word, 1); //~ SCX1035

    public override void Quiescent(TaskStruct p, DeqFlags deqFlags) => Raise(ref words[1]);

    static void RaiseOwn(ref ulong word) => Interlocked.Or(ref word, 1);

    public override void Stopping(TaskStruct p, bool runnable) => RaiseOwn(ref own);
}
