using System.Text;

namespace Scx.Differential.Generation;

/// <summary>
/// Writes one random method, well-typed and sure to end. What it may name at a place is kept as it goes: variables in scope, and which of them
/// may be assigned.
/// </summary>
public sealed partial class MethodGenerator
{
    const int Statements = 9;
    const int Deepest = 3;

    readonly record struct Variable(string Name, NumberType Type, bool Assignable);

    readonly Dice dice;
    readonly ulong seed;
    readonly StringBuilder text = new();
    readonly List<Variable> numbers = [];
    readonly List<string> bools = [];
    readonly List<string> smalls = [];
    int names, loops, budget = Statements * 3;
    string indent = "        ";

    /// <summary>Begins one.</summary>
    /// <param name="seed">The same seed gives the same method.</param>
    public MethodGenerator(ulong seed) => (this.seed, dice) = (seed, new Dice(seed));

    /// <summary>The method's text.</summary>
    public string Write()
    {
        foreach (var (name, type) in Inputs.Numbers)
            numbers.Add(new Variable($"io.{name}", NumberType.All.First(t => t.Name == type), true));
        bools.Add("io.J");
        foreach (var (name, type) in new[] { ("g0", "int"), ("g1", "ulong"), ("g2", "short"), ("g3", "byte"), ("gl", "long"), ("gn.Head", "uint"), ("gn.Inner.C", "short") })
            numbers.Add(new Variable(name, NumberType.All.First(t => t.Name == type), true));
        smalls.Add("gn.Inner");

        int locals = 3 + dice.Below(3);
        for (int i = 0; i < locals; i++)
            Local(depth: 1);
        Line($"var s{seed} = Op.Make({Number(NumberType.Int, 2)});");
        smalls.Add($"s{seed}");
        numbers.Add(new Variable($"s{seed}.A", NumberType.All[0], true));
        numbers.Add(new Variable($"s{seed}.B", NumberType.ULong, true));
        Aggregates();
        LocalFunction();
        for (int i = 0; i < Statements; i++)
            Statement(depth: 0);
        foreach (var variable in numbers)
        {
            if (!variable.Name.StartsWith("io.", StringComparison.Ordinal))
                Line($"io.R0 = io.R0 * 31 + (ulong){variable.Name};");
        }
        foreach (string name in bools.Where(name => name != "io.J"))
            Line($"io.R1 = io.R1 * 3 + ({name} ? 1UL : 2UL);");
        foreach (string name in smalls)
            Line($"io.R2 = io.R2 * 31 + (ulong){name}.Sum();");
        LeaveAggregates();
        Line("for (int e = 0; e < 8; e++) io.R3 = io.R3 * 31 + (ulong)ga[e];");
        return $"    [SyscallProgram]\n    public void {SchedulerSource.MethodOf(seed)}(ref Inputs io)\n    {{\n        unchecked\n        {{\n{text}        }}\n    }}\n\n";
    }

    void Line(string line) => text.Append(indent).Append("    ").Append(line).Append('\n');

    string Fresh(string prefix) => $"{prefix}{names++}";

    void Local(int depth)
    {
        if (dice.Percent(15))
        {
            string flag = Fresh("b");
            Line($"bool {flag} = {Bool(depth)};");
            bools.Add(flag);
            return;
        }
        var type = dice.Of(NumberType.All);
        string name = Fresh("v");
        Line($"{type.Name} {name} = {Number(type, depth)};");
        numbers.Add(new Variable(name, type, true));
    }

    // Captures a local, changes it, and is called from expressions.
    void LocalFunction()
    {
        var captured = dice.Of(numbers.Where(v => v.Name[0] == 'v').DefaultIfEmpty(numbers[^1]).ToList());
        if (captured.Name[0] != 'v')
            return;
        localFunction = $"Local{seed}";
        Line($"int {localFunction}(int x) {{ {captured.Name} ^= ({captured.Type.Name})x; return x + (int){captured.Name}; }}");
    }

    string? localFunction;
}
