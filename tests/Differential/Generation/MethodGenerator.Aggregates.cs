namespace Scx.Differential.Generation;

/// <content>Tuples, values that may be null, spans, maps and atomics.</content>
public sealed partial class MethodGenerator
{
    const int SpanLength = 5;

    readonly List<(string Name, NumberType First, NumberType Second)> tuples = [];
    readonly List<(string Name, NumberType Type)> optionals = [];

    string? span;

    /// <summary>Declares some of each at the start of the method, where a span may take its stack.</summary>
    void Aggregates()
    {
        if (dice.Percent(50))
        {
            span = Fresh("sp");
            Line($"Span<int> {span} = {(dice.Percent(50) ? $"stackalloc int[{SpanLength}]" : $"((Span<int>)ga)[{dice.Below(2)}..{6 + dice.Below(2)}][..{SpanLength}]")};");
            Line($"foreach (ref int e in {span}) e += {Number(NumberType.Int, 2)};");
        }
        for (int i = dice.Below(3); i > 0; i--)
        {
            var (first, second, name) = (dice.Of(NumberType.All), dice.Of(NumberType.All), Fresh("t"));
            Line($"({first.Name} X, {second.Name} Y) {name} = ({Number(first, 2)}, {Number(second, 2)});");
            tuples.Add((name, first, second));
            numbers.Add(new Variable($"{name}.X", first, true));
            numbers.Add(new Variable($"{name}.Y", second, true));
        }
        for (int i = dice.Below(3); i > 0; i--)
        {
            var (type, name) = (dice.Of(NumberType.All), Fresh("n"));
            Line($"{type.Name}? {name} = {Bool(2)} ? {Number(type, 2)} : null;");
            optionals.Add((name, type));
        }
    }

    /// <summary>Adds what they hold in the end to what the method leaves behind.</summary>
    void LeaveAggregates()
    {
        foreach (var (name, _) in optionals)
            Line($"io.R0 = io.R0 * 31 + (ulong)({name} ?? 3) + ({name}.HasValue ? 1UL : 2UL);");
        if (span is not null)
            Line($"foreach (int e in {span}) io.R2 = io.R2 * 31 + (ulong)e;");
        Line("for (int e = 0; e < 4; e++) io.R3 = io.R3 * 31 + (ulong)rows[e].Sum() + (ulong)(table.Find(e) is { } found ? found.Value : 7);");
    }

    void AggregateStatement()
    {
        switch (dice.Below(8))
        {
            case 0 when tuples.Count > 0:
                var (name, first, second) = dice.Of(tuples);
                Line($"{name} = ({Number(first, 1)}, {Number(second, 1)});");
                break;
            case 1:
                var (a, b) = (dice.Of(numbers.Where(v => v.Assignable).ToList()), dice.Of(numbers.Where(v => v.Assignable).ToList()));
                Line($"({a.Name}, {b.Name}) = ({Number(a.Type, 1)}, {Number(b.Type, 1)});");
                break;
            case 2 when optionals.Count > 0:
                OptionalStatement();
                break;
            case 3 when span is not null:
                Line($"{span}[{SpanIndex(1)}] {dice.Of(["=", "+=", "^="])} {Number(NumberType.Int, 1)};");
                break;
            case 4:
                MapStatement();
                break;
            case 5:
                var turned = dice.Of(numbers.Where(v => v.Assignable).ToList());
                Line($"foreach (int e{names} in {(span is not null && dice.Percent(50) ? span : "ga")}) {turned.Name} ^= ({turned.Type.Name})e{names++};");
                break;
            case 6 when span is not null:
                Line(dice.Percent(50) ? $"{span}[{dice.Below(3)}..{3 + dice.Below(3)}].Fill({Number(NumberType.Int, 1)});" : $"{span}[1..].CopyTo({span});");
                break;
            default:
                Line($"rows[{Index(1)} & 3].Bump({Number(NumberType.Int, 1)});");
                break;
        }
    }

    void OptionalStatement()
    {
        var (name, type) = dice.Of(optionals);
        Line(dice.Below(5) switch
        {
            0 => $"{name} = null;",
            1 => $"{name} ??= {Number(type, 1)};",
            2 => $"{name} {dice.Of(["+=", "^=", "-="])} {Number(type, 1)};",
            3 => $"{name}++;",
            _ => $"{name} = {Number(type, 1)};",
        });
    }

    void MapStatement()
    {
        string key = $"({Number(NumberType.Int, 1)}) & 7";
        Line(dice.Below(4) switch
        {
            0 => $"table.Update({key}, {Number(NumberType.Long, 1)});",
            1 => $"table.Delete({key});",
            2 => $"if (table.TryGet({key}, out var m{names})) m{names++}.Value += {Number(NumberType.Long, 1)};",
            _ => $"rows[{Index(1)} & 3] = {dice.Of(smalls)};",
        });
    }

    string Aggregate(int depth)
    {
        switch (dice.Below(7))
        {
            case 0 when optionals.Count > 0:
                var (name, type) = dice.Of(optionals);
                return dice.Percent(50) ? $"({name} ?? {Number(type, depth + 1)})" : $"({name} {dice.Of(["+", "*", "&"])} {Number(type, depth + 1)}).GetValueOrDefault()";
            case 1 when span is not null:
                return dice.Percent(70) ? $"{span}[{SpanIndex(depth)}]" : $"{span}[^{1 + dice.Below(SpanLength)}]";
            case 2:
                return $"(table.Find(({Number(NumberType.Int, depth + 1)}) & 7) is {{ }} f{names} ? f{names++}.Value : {Number(NumberType.Long, depth + 1)})";
            case 3:
                string place = dice.Of(["g0", "gl"]);
                var width = place == "g0" ? NumberType.Int : NumberType.Long;
                return dice.Below(3) switch
                {
                    0 => $"System.Threading.Interlocked.{dice.Of(["Add", "Exchange", "And", "Or"])}(ref {place}, {Number(width, depth + 1)})",
                    1 => $"System.Threading.Interlocked.{dice.Of(["Increment", "Decrement"])}(ref {place})",
                    _ => $"System.Threading.Interlocked.CompareExchange(ref {place}, {Number(width, depth + 1)}, {Number(width, depth + 1)})",
                };
            case 4:
                return $"Op.Ordered({Number(NumberType.Long, depth + 1)}, {Number(NumberType.Long, depth + 1)}).{dice.Of(["Low", "High"])}";
            case 5:
                return $"Op.Folded([{Number(NumberType.Int, depth + 1)}, {Number(NumberType.Int, depth + 1)}, {dice.Below(100)}])";
            default:
                return $"{dice.Of(["int", "uint", "long", "ulong"])}.{dice.Of(["PopCount", "TrailingZeroCount", "LeadingZeroCount"])}(({dice.Of(["byte", "ushort"])}){Number(NumberType.ULong, depth + 1)})";
        }
    }

    string AggregateTest(int depth)
    {
        if (tuples.Count > 0 && dice.Percent(40))
        {
            var (name, first, second) = dice.Of(tuples);
            return $"({name} {dice.Of(["==", "!="])} (({first.Name}){Number(first, depth + 1)}, ({second.Name}){Number(second, depth + 1)}))";
        }
        if (optionals.Count > 0 && dice.Percent(50))
        {
            var (name, type) = dice.Of(optionals);
            return dice.Below(3) switch { 0 => $"{name}.HasValue", 1 => $"({name} {dice.Of(["<", ">=", "=="])} {Number(type, depth + 1)})", _ => $"({name} is not null)" };
        }
        return span is null ? dice.Of(bools) : $"({span} is [{dice.Of(["_", "0", "> 3", "< 0 or 5"])}, .., {dice.Of(["_", "not 7", "<= 1"])}])";
    }

    string SpanIndex(int depth) => dice.Percent(50) ? $"{dice.Below(SpanLength)}" : $"(int)((uint){Number(NumberType.Int, depth + 1)} % {SpanLength})";
}
