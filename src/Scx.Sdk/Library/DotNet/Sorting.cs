namespace Scx.DotNet;

/// <content>
/// Sorting, in place and without recursion: few elements by insertion, in the same steps as .NET takes for them, more of them as a heap. Elements that compare
/// equal keep no order in either, from 17 on not the same one.
/// </content>
static partial class MemoryExtensions
{
    const int Few = 16;

    public static void Sort<T>(Span<T> span) => Sort(span, default(Natural<T>));

    public static void Sort<T, TComparer>(Span<T> span, TComparer comparer) where TComparer : System.Collections.Generic.IComparer<T>
    {
        if (span.Length == 3)
        {
            OrderPair(ref span[0], ref span[1], comparer);
            OrderPair(ref span[0], ref span[2], comparer);
            OrderPair(ref span[1], ref span[2], comparer);
        }
        else if (span.Length <= Few)
        {
            SortByInsertion(span, comparer);
        }
        else
        {
            SortAsHeap(span, comparer);
        }
    }

    struct Natural<T> : System.Collections.Generic.IComparer<T>
    {
        public readonly int Compare(T? x, T? y) => System.Collections.Generic.Comparer<T>.Default.Compare(x!, y!);
    }

    static void OrderPair<T, TComparer>(ref T first, ref T second, TComparer comparer) where TComparer : System.Collections.Generic.IComparer<T>
    {
        if (comparer.Compare(first, second) > 0)
            (first, second) = (second, first);
    }

    static void SortByInsertion<T, TComparer>(Span<T> span, TComparer comparer) where TComparer : System.Collections.Generic.IComparer<T>
    {
        for (int i = 1; i < span.Length; i++)
        {
            // The lower one is written first: to Linux 6.18, an element of 4 bytes cannot be read any more once a write to an unknown index might have changed
            // the other half of its 8 bytes only (kernel/bpf/verifier.c, check_stack_write_var_off), as one from index 1 on might.
            for (int at = i; at > 0 && at < span.Length && comparer.Compare(span[at], span[at - 1]) < 0; at--)
                (span[at - 1], span[at]) = (span[at], span[at - 1]);
        }
    }

    static void SortAsHeap<T, TComparer>(Span<T> span, TComparer comparer) where TComparer : System.Collections.Generic.IComparer<T>
    {
        for (int root = span.Length / 2 - 1; root >= 0; root--)
            Sink(span, root, span.Length, comparer);
        for (int end = span.Length - 1; end > 0 && end < span.Length; end--)
        {
            (span[0], span[end]) = (span[end], span[0]);
            Sink(span, 0, end, comparer);
        }
    }

    static void Sink<T, TComparer>(Span<T> span, int at, int end, TComparer comparer) where TComparer : System.Collections.Generic.IComparer<T>
    {
        // The comparisons with the length change nothing; they say what is so.
        if ((uint)at >= (uint)span.Length)
            return;
        T sinking = span[at];
        while (true)
        {
            int child = 2 * at + 1;
            if (child < 0 || child >= end || child >= span.Length)
                break;
            if (child + 1 < end && child + 1 < span.Length && comparer.Compare(span[child], span[child + 1]) < 0)
                child++;
            if (comparer.Compare(sinking, span[child]) >= 0)
                break;
            span[at] = span[child];
            at = child;
        }
        span[at] = sinking;
    }
}
