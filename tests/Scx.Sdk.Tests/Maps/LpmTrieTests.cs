namespace Scx.Sdk.Tests.Maps;

public sealed class LpmTrieTests
{
    struct Prefix
    {
        public uint Bits;
        public byte First, Second;

        public static Prefix Of(uint bits, byte first, byte second = 0) => new() { Bits = bits, First = first, Second = second };
    }

    [Fact]
    public void The_longest_prefix_wins()
    {
        var trie = new LpmTrie<Prefix, int>(4);
        trie.Update(Prefix.Of(0, 0), 1);
        trie.Update(Prefix.Of(8, 10), 2);
        trie.Update(Prefix.Of(9, 10, 0x80), 3);
        Assert.Equal(3, trie.Find(Prefix.Of(16, 10, 0xff))!.Value);
        Assert.Equal(2, trie.Find(Prefix.Of(16, 10, 0x7f))!.Value);
        Assert.Equal(1, trie.Find(Prefix.Of(16, 11))!.Value);
    }

    [Fact]
    public void Bits_beyond_the_prefix_do_not_matter()
    {
        var trie = new LpmTrie<Prefix, int>(1);
        Assert.Equal(0, trie.Update(Prefix.Of(8, 10, 1), 5));
        Assert.Equal(0, trie.Update(Prefix.Of(8, 10, 2), 6));
        Assert.Equal(6, trie.Find(Prefix.Of(16, 10, 3))!.Value);
        Assert.Equal(0, trie.Delete(Prefix.Of(8, 10)));
        Assert.False(trie.TryGet(Prefix.Of(16, 10), out _));
    }

    [Fact]
    public void What_the_kernel_refuses_is_refused()
    {
        var trie = new LpmTrie<Prefix, int>(1);
        Assert.Equal(-22, trie.Update(Prefix.Of(100, 10), 5));
        Assert.Equal(-2, trie.Update(Prefix.Of(8, 10), 5, MapUpdateFlags.Exist));
        Assert.Equal(0, trie.Update(Prefix.Of(8, 10), 5));
        Assert.Equal(-17, trie.Update(Prefix.Of(8, 10), 5, MapUpdateFlags.NoExist));
        Assert.Equal(-28, trie.Update(Prefix.Of(8, 11), 5));
        Assert.Equal(-2, trie.Delete(Prefix.Of(8, 12)));
    }
}
