namespace Scx.DotNet;

/// <summary>What <see cref="System.MemoryExtensions"/> does with spans, for the kernel: compiled in its place, and held against it by a test.</summary>
static partial class MemoryExtensions
{
    public static int Count<T>(ReadOnlySpan<T> span, T value)
    {
        int count = 0;
        foreach (ref readonly T element in span)
        {
            if (System.Collections.Generic.EqualityComparer<T>.Default.Equals(element, value))
                count++;
        }
        return count;
    }

    public static int IndexOfAnyExcept<T>(ReadOnlySpan<T> span, T value)
    {
        for (int i = 0; i < span.Length; i++)
        {
            if (!System.Collections.Generic.EqualityComparer<T>.Default.Equals(span[i], value))
                return i;
        }
        return -1;
    }

    public static int LastIndexOfAnyExcept<T>(ReadOnlySpan<T> span, T value)
    {
        int last = -1;
        for (int i = 0; i < span.Length; i++)
        {
            if (!System.Collections.Generic.EqualityComparer<T>.Default.Equals(span[i], value))
                last = i;
        }
        return last;
    }

    public static bool ContainsAnyExcept<T>(ReadOnlySpan<T> span, T value) => IndexOfAnyExcept(span, value) >= 0;

    public static int IndexOfAnyInRange<T>(ReadOnlySpan<T> span, T lowInclusive, T highInclusive) => FirstInRange(span, lowInclusive, highInclusive, true);

    public static int IndexOfAnyExceptInRange<T>(ReadOnlySpan<T> span, T lowInclusive, T highInclusive) => FirstInRange(span, lowInclusive, highInclusive, false);

    static int FirstInRange<T>(ReadOnlySpan<T> span, in T low, in T high, bool inRange)
    {
        for (int i = 0; i < span.Length; i++)
        {
            bool isIn = System.Collections.Generic.Comparer<T>.Default.Compare(low, span[i]) <= 0 && System.Collections.Generic.Comparer<T>.Default.Compare(span[i], high) <= 0;
            if (isIn == inRange)
                return i;
        }
        return -1;
    }

    public static bool ContainsAnyInRange<T>(ReadOnlySpan<T> span, T lowInclusive, T highInclusive) => IndexOfAnyInRange(span, lowInclusive, highInclusive) >= 0;

    public static bool ContainsAnyExceptInRange<T>(ReadOnlySpan<T> span, T lowInclusive, T highInclusive) => IndexOfAnyExceptInRange(span, lowInclusive, highInclusive) >= 0;

    public static int CommonPrefixLength<T>(ReadOnlySpan<T> span, ReadOnlySpan<T> other)
    {
        int length = 0;
        while (length < span.Length && length < other.Length && System.Collections.Generic.EqualityComparer<T>.Default.Equals(span[length], other[length]))
            length++;
        return length;
    }

    public static int SequenceCompareTo<T>(ReadOnlySpan<T> span, ReadOnlySpan<T> other)
    {
        for (int i = 0; i < span.Length && i < other.Length; i++)
        {
            int order = System.Collections.Generic.Comparer<T>.Default.Compare(span[i], other[i]);
            if (order != 0)
                return order;
        }
        return span.Length.CompareTo(other.Length);
    }

    public static void Replace<T>(Span<T> span, T oldValue, T newValue)
    {
        foreach (ref T element in span)
        {
            if (System.Collections.Generic.EqualityComparer<T>.Default.Equals(element, oldValue))
                element = newValue;
        }
    }

    public static int BinarySearch<T, TComparable>(ReadOnlySpan<T> span, TComparable comparable) where TComparable : IComparable<T>
    {
        int low = 0, high = span.Length - 1;
        while (low <= high)
        {
            int middle = (int)(((uint)low + (uint)high) >> 1);
            // Says that it lies in the span, which it does.
            if ((uint)middle >= (uint)span.Length)
                break;
            int order = comparable.CompareTo(span[middle]);
            if (order == 0)
                return middle;
            if (order > 0)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return ~low;
    }
}
