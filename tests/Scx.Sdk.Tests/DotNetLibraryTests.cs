using Ours = Scx.DotNet;

namespace Scx.Sdk.Tests;

/// <summary>What the library has in place of methods of .NET computes what they compute.</summary>
public sealed class DotNetLibraryTests
{
    static readonly ulong[] samples = [.. Samples()];

    static IEnumerable<ulong> Samples()
    {
        for (int bit = 0; bit < 64; bit++)
        {
            yield return 1ul << bit;
            yield return (1ul << bit) - 1;
            yield return (1ul << bit) + 1;
            yield return ~(1ul << bit);
        }
        var random = new Random(1);
        for (int i = 0; i < 1000; i++)
            yield return (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);
    }

    [Fact]
    public void BitsAreCountedAlike() => Assert.All(samples, value =>
    {
        Assert.Equal(System.Numerics.BitOperations.PopCount(value), Ours.BitOperations.PopCount(value));
        Assert.Equal(System.Numerics.BitOperations.PopCount((uint)value), Ours.BitOperations.PopCount((uint)value));
        Assert.Equal(System.Numerics.BitOperations.LeadingZeroCount(value), Ours.BitOperations.LeadingZeroCount(value));
        Assert.Equal(System.Numerics.BitOperations.LeadingZeroCount((uint)value), Ours.BitOperations.LeadingZeroCount((uint)value));
        Assert.Equal(System.Numerics.BitOperations.TrailingZeroCount(value), Ours.BitOperations.TrailingZeroCount(value));
        Assert.Equal(System.Numerics.BitOperations.TrailingZeroCount((uint)value), Ours.BitOperations.TrailingZeroCount((uint)value));
        Assert.Equal(System.Numerics.BitOperations.Log2(value), Ours.BitOperations.Log2(value));
        Assert.Equal(System.Numerics.BitOperations.Log2((uint)value), Ours.BitOperations.Log2((uint)value));
    });

    [Fact]
    public void BitsAreMovedAlike() => Assert.All(samples, value =>
    {
        for (int by = -70; by <= 70; by++)
        {
            Assert.Equal(System.Numerics.BitOperations.RotateLeft(value, by), Ours.BitOperations.RotateLeft(value, by));
            Assert.Equal(System.Numerics.BitOperations.RotateRight(value, by), Ours.BitOperations.RotateRight(value, by));
            Assert.Equal(System.Numerics.BitOperations.RotateLeft((uint)value, by), Ours.BitOperations.RotateLeft((uint)value, by));
            Assert.Equal(System.Numerics.BitOperations.RotateRight((uint)value, by), Ours.BitOperations.RotateRight((uint)value, by));
        }
        Assert.Equal(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value), Ours.BinaryPrimitives.ReverseEndianness(value));
        Assert.Equal(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness((int)value), Ours.BinaryPrimitives.ReverseEndianness((int)value));
        Assert.Equal(System.Buffers.Binary.BinaryPrimitives.ReverseEndianness((short)value), Ours.BinaryPrimitives.ReverseEndianness((short)value));
    });

    [Fact]
    public void PowersOfTwoAreFoundAlike() => Assert.All(samples, value =>
    {
        Assert.Equal(System.Numerics.BitOperations.IsPow2(value), Ours.BitOperations.IsPow2(value));
        Assert.Equal(System.Numerics.BitOperations.IsPow2((int)value), Ours.BitOperations.IsPow2((int)value));
        Assert.Equal(System.Numerics.BitOperations.IsPow2((long)value), Ours.BitOperations.IsPow2((long)value));
        Assert.Equal(System.Numerics.BitOperations.RoundUpToPowerOf2(value), Ours.BitOperations.RoundUpToPowerOf2(value));
        Assert.Equal(System.Numerics.BitOperations.RoundUpToPowerOf2((uint)value), Ours.BitOperations.RoundUpToPowerOf2((uint)value));
    });

    [Fact]
    public void ProductsAreTheSame()
    {
        for (int i = 1; i < samples.Length; i++)
        {
            var (a, b) = (samples[i], samples[(i * 7) % samples.Length]);
            Assert.Equal(System.Math.BigMul(a, b, out ulong low), Ours.Math.BigMul(a, b, out ulong ourLow));
            Assert.Equal(low, ourLow);
            Assert.Equal(System.Math.BigMul((long)a, (long)b, out long signedLow), Ours.Math.BigMul((long)a, (long)b, out long ourSignedLow));
            Assert.Equal(signedLow, ourSignedLow);
            Assert.Equal(System.Math.BigMul((int)a, (int)b), Ours.Math.BigMul((int)a, (int)b));
            if (b != 0)
                Assert.Equal(System.Math.DivRem(a, b), Ours.Math.DivRem(a, b));
        }
    }

    [Fact]
    public void IndicesAndRangesAreAlike()
    {
        Index[] theirs = [0, 3, ^0, ^2, Index.FromStart(7), Index.FromEnd(7), Index.Start, Index.End];
        Ours.Index[] ours = [0, 3, new(0, fromEnd: true), new(2, true), Ours.Index.FromStart(7), Ours.Index.FromEnd(7), Ours.Index.Start, Ours.Index.End];
        for (int i = 0; i < theirs.Length; i++)
        {
            Assert.Equal((theirs[i].Value, theirs[i].IsFromEnd, theirs[i].GetOffset(10)), (ours[i].Value, ours[i].IsFromEnd, ours[i].GetOffset(10)));
            for (int j = 0; j < theirs.Length; j++)
            {
                Assert.Equal(theirs[i].Equals(theirs[j]), ours[i].Equals(ours[j]));
                Assert.Equal((theirs[i]..theirs[j]).End.GetOffset(9), new Ours.Range(ours[i], ours[j]).End.GetOffset(9));
            }
            Assert.Equal(Range.StartAt(theirs[i]).Equals(theirs[i]..), Ours.Range.StartAt(ours[i]).Equals(new Ours.Range(ours[i], Ours.Index.End)));
            Assert.Equal(Range.EndAt(theirs[i]).Equals(..theirs[i]), Ours.Range.EndAt(ours[i]).Equals(new Ours.Range(Ours.Index.Start, ours[i])));
        }
    }

    [Fact]
    public void SpansAreSortedAndSearchedAlike()
    {
        for (int length = 0; length < 60; length++)
        {
            int[] theirs = [.. samples.Skip(length * 9).Take(length).Select(sample => (int)sample % 20)];
            int[] ours = [.. theirs];
            theirs.AsSpan().Sort();
            Ours.MemoryExtensions.Sort(ours.AsSpan());
            Assert.Equal(theirs, ours);
            for (int value = -21; value < 21; value++)
            {
                ReadOnlySpan<int> sorted = theirs;
                int found = Ours.MemoryExtensions.BinarySearch(sorted, value);
                Assert.Equal(sorted.Contains(value), found >= 0);
                Assert.Equal(sorted.Count(value), Ours.MemoryExtensions.Count(sorted, value));
                Assert.Equal(sorted.IndexOfAnyExcept(value), Ours.MemoryExtensions.IndexOfAnyExcept(sorted, value));
                Assert.Equal(sorted.LastIndexOfAnyExcept(value), Ours.MemoryExtensions.LastIndexOfAnyExcept(sorted, value));
                Assert.Equal(sorted.IndexOfAnyInRange(value, value + 3), Ours.MemoryExtensions.IndexOfAnyInRange(sorted, value, value + 3));
                Assert.Equal(sorted.IndexOfAnyExceptInRange(value, value + 3), Ours.MemoryExtensions.IndexOfAnyExceptInRange(sorted, value, value + 3));
            }
        }
    }

    [Fact]
    public void CharactersAreToldApartAlike()
    {
        for (int code = 0; code <= char.MaxValue; code++)
        {
            char c = (char)code;
            Assert.Equal(
                (char.IsAscii(c), char.IsAsciiDigit(c), char.IsAsciiLetter(c), char.IsAsciiLetterOrDigit(c), char.IsAsciiLetterLower(c), char.IsAsciiLetterUpper(c)),
                (Ours.Char.IsAscii(c), Ours.Char.IsAsciiDigit(c), Ours.Char.IsAsciiLetter(c), Ours.Char.IsAsciiLetterOrDigit(c), Ours.Char.IsAsciiLetterLower(c), Ours.Char.IsAsciiLetterUpper(c)));
            Assert.Equal(
                (char.IsAsciiHexDigit(c), char.IsAsciiHexDigitLower(c), char.IsAsciiHexDigitUpper(c), char.IsBetween(c, 'b', 'y')),
                (Ours.Char.IsAsciiHexDigit(c), Ours.Char.IsAsciiHexDigitLower(c), Ours.Char.IsAsciiHexDigitUpper(c), Ours.Char.IsBetween(c, 'b', 'y')));
        }
    }
}
