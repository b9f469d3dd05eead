using System.Runtime.CompilerServices;

namespace Scx.Tests.Language;

public sealed partial class Language
{
    [InlineArray(8)]
    struct Eight
    {
        int first;
    }

    struct Record
    {
        public byte Kind;
        public long Total;
        public Eight History;
    }

    struct Key
    {
        public byte A;
        public int B;
    }

    Eight eight;

    readonly ArrayMap<Record> records = new(4);
    readonly HashMap<Key, Record> found = new(64);
    readonly QueueMap<Key> waiting = new(3);
    readonly StackMap<int> stack = new(8);

    void Arrays(int a)
    {
        eight[a & 7] += a;
        eight[3]++;
        Eight local = eight;
        local[(a >> 3) & 7] = 5;
        long sum = 0;
        for (int i = 0; i < 8; i++)
            sum = sum * 3 + local[i] - eight[i];
        Add(ref arrays, sum);
    }

    void Maps()
    {
        records[2].Total = 40;
        records[2].History[5]++;
        ref Record record = ref records[2];
        record.Kind = 200;
        record.Total += record.Kind;
        Add(ref maps, records[2].Total + records[2].History[5] + records[1].Total);

        for (int i = 0; i < 6; i++)
        {
            var key = new Key { A = (byte)(i % 4), B = 9 };
            if (found.TryGet(key, out Ref<Record>? known))
                known.Value.Total += i;
            else
                Add(ref maps, found.Update(key, new Record { Total = i }));
        }
        Key second = default;
        second.A = 1;
        second.B = 9;
        Add(ref maps, found.Find(second) is { } hit ? hit.Value.Total : -1);
        Add(ref maps, found.Update(second, default, MapUpdateFlags.NoExist));
        Add(ref maps, found.Delete(second));
        Add(ref maps, found.Find(second) is null);

        for (int i = 0; i < 4; i++)
            Add(ref maps, waiting.Push(new Key { B = i }));
        for (int i = 0; i < 5 && waiting.TryPop(out Key next); i++)
            Add(ref maps, next.B);
        Add(ref maps, stack.Push(3));
        Add(ref maps, stack.Push(4));
        Add(ref maps, stack.TryPeek(out int top) && top == 4);
    }
}
