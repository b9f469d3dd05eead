using System.Runtime.InteropServices;

namespace Scx.Differential.Generation;

/// <summary>
/// What a generated method is handed: one number of each width and sign, and room for what it computes. The generated source has the same
/// struct (<see cref="Source"/>).
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct Inputs
{
    /// <summary>The struct as a generated scheduler declares it.</summary>
    public const string Source = """
        public struct Inputs
        {
            public long A;
            public ulong B;
            public int C;
            public uint D;
            public short E;
            public ushort F;
            public sbyte G;
            public byte H;
            public char I;
            public bool J;
            public ulong R0, R1, R2, R3;
        }
        """;

    /// <summary>A text that has its own usings, with the struct.</summary>
    /// <param name="text">The text.</param>
    public static string In(string text)
    {
        int end = text.LastIndexOf("\nusing ", StringComparison.Ordinal) is >= 0 and var last ? text.IndexOf('\n', last + 1)
            : text.StartsWith("using ", StringComparison.Ordinal) ? text.IndexOf('\n') : 0;
        return text.Insert(end, Source);
    }

    /// <summary>The names of the numbers with their types.</summary>
    public static readonly IReadOnlyList<(string Name, string Type)> Numbers =
    [
        ("A", "long"), ("B", "ulong"), ("C", "int"), ("D", "uint"), ("E", "short"), ("F", "ushort"), ("G", "sbyte"), ("H", "byte"), ("I", "char"),
    ];

    public long A;
    public ulong B;
    public int C;
    public uint D;
    public short E;
    public ushort F;
    public sbyte G;
    public byte H;
    public ushort I;
    public byte J;
    public ulong R0, R1, R2, R3;

    /// <summary>Inputs at the boundaries of the types and at random.</summary>
    public static Inputs Random(Dice dice) => new()
    {
        A = (long)Number(dice, 64),
        B = Number(dice, 64),
        C = (int)Number(dice, 32),
        D = (uint)Number(dice, 32),
        E = (short)Number(dice, 16),
        F = (ushort)Number(dice, 16),
        G = (sbyte)Number(dice, 8),
        H = (byte)Number(dice, 8),
        I = (ushort)Number(dice, 16),
        J = (byte)dice.Below(2),
    };

    static ulong Number(Dice dice, int bits) => dice.Below(6) switch
    {
        0 => 0,
        1 => (ulong)dice.Below(3),
        2 => unchecked((ulong)-1L - (ulong)dice.Below(3)),
        3 => 1UL << (bits - 1),
        4 => (1UL << (bits - 1)) - 1,
        _ => dice.Next() >> dice.Below(64),
    };
}
