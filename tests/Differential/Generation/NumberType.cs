using System.Globalization;

namespace Scx.Differential.Generation;

/// <summary>An integer type of C#.</summary>
/// <param name="Name">The keyword.</param>
/// <param name="Bits">Its width.</param>
/// <param name="Signed">Whether it has negative numbers.</param>
public sealed record NumberType(string Name, int Bits, bool Signed)
{
    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<NumberType> All =
    [
        new("sbyte", 8, true), new("byte", 8, false), new("short", 16, true), new("ushort", 16, false), new("char", 16, false),
        new("int", 32, true), new("uint", 32, false), new("long", 64, true), new("ulong", 64, false),
    ];

    /// <summary>int, which C# computes with.</summary>
    public static readonly NumberType Int = All[5];

    /// <summary>long.</summary>
    public static readonly NumberType Long = All[7];

    /// <summary>ulong.</summary>
    public static readonly NumberType ULong = All[8];

    /// <summary>The types that an operator takes together with this one (C# has none for ulong and a signed type).</summary>
    public IReadOnlyList<NumberType> Partners => Bits == 64 && !Signed
        ? [.. All.Where(t => !t.Signed)]
        : Signed ? [.. All.Where(t => t != ULong)] : All;

    /// <summary>A number of this type that is likely to show mistakes, as C# writes it.</summary>
    public string Literal(Dice dice)
    {
        ulong bits = dice.Below(5) switch
        {
            0 => (ulong)dice.Below(4),
            1 => 1UL << dice.Below(Bits),
            2 => (1UL << dice.Below(Bits)) - 1,
            3 => unchecked((ulong)-(long)dice.Below(40)),
            _ => dice.Next(),
        };
        return Literal(bits);
    }

    /// <summary>The low bits of a number as C# writes them.</summary>
    public string Literal(ulong bits) => string.Create(CultureInfo.InvariantCulture, $"unchecked(({Name}){(long)bits}L)");
}
