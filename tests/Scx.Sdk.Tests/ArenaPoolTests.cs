using System.Collections.Concurrent;

namespace Scx.Sdk.Tests;

/// <summary>Things in an arena that are taken and given back: the library compiled into this project as into schedulers.</summary>
public sealed class ArenaPoolTests
{
    struct Thing
    {
        public ulong Number;
        public int Owner;
    }

    [Fact]
    public void WhatIsGivenBackIsTakenAgainAndZero()
    {
        var arena = new Arena(4);
        ArenaPool<Thing> pool = default;
        Assert.True(pool.TryRent().IsNull);
        var first = pool.Rent(arena);
        var second = pool.Rent(arena);
        Assert.False(first == second);
        second.Value.Number = 7;
        pool.Return(second);
        var third = pool.TryRent();
        Assert.True(third == second);
        Assert.Equal(0UL, third.Value.Number);
        Assert.Equal((3UL, 1UL, 1UL), (pool.Rents, pool.Returns, pool.Pages));
    }

    [Fact]
    public void AllThatIsTakenIsFound()
    {
        var arena = new Arena(64);
        ArenaPool<Thing> pool = default;
        var rented = Enumerable.Range(0, 1000).Select(_ => pool.Rent(arena)).ToList();
        for (int i = 0; i < rented.Count; i++)
            rented[i].Value.Number = (ulong)i;
        foreach (var thing in rented.Where(thing => thing.Value.Number % 3 == 0))
            pool.Return(thing);
        Assert.Equal(Enumerable.Range(0, 1000).Where(i => i % 3 != 0).Select(i => (ulong)i), pool.Rented().Select(thing => thing.Value.Number).Order());
    }

    [Fact]
    public void LargeThingsHaveLargerSlabs()
    {
        var arena = new Arena(16);
        ArenaPool<Large> pool = default;
        for (int i = 0; i < 8; i++)
            Assert.False(pool.Rent(arena).IsNull);
        Assert.InRange(pool.Pages, 5UL, 6UL);
        Assert.Equal(8, pool.Rented().Count());
    }

    [Fact]
    public void AFullArenaGivesNone()
    {
        var arena = new Arena(1);
        ArenaPool<Thing> pool = default;
        int count = 0;
        while (!pool.Rent(arena).IsNull)
            count++;
        Assert.InRange(count, 100, 4096 / 16);
        Assert.Equal(count, pool.Rented().Count());
    }

    // No two may have one thing at a time.
    [Fact]
    public void ManyTakeAndGiveBackAtOnce()
    {
        var arena = new Arena(256);
        var shared = new Shared();
        var failures = new ConcurrentBag<string>();
        Parallel.For(1, 9, owner =>
        {
            for (int i = 0; i < 5000; i++)
            {
                var thing = shared.Pool.Rent(arena);
                if (thing.IsNull || Interlocked.CompareExchange(ref thing.Value.Owner, owner, 0) != 0)
                    failures.Add($"{owner} at {i}");
                else
                    shared.Pool.Return(thing);
            }
        });
        Assert.Empty(failures);
        Assert.Empty(shared.Pool.Rented());
        Assert.Equal(40_000UL, shared.Pool.Returns);
    }

    sealed class Shared
    {
        public ArenaPool<Thing> Pool;
    }

    [System.Runtime.CompilerServices.InlineArray(2500)]
    struct Large
    {
        byte first;
    }
}
