namespace Scx.Differential.Generation;

public sealed partial class MethodGenerator
{
    /// <summary>An expression of a type; any value, any side effect that C# has an order for.</summary>
    string Number(NumberType type, int depth)
    {
        if (depth >= Deepest || dice.Percent(15))
            return Leaf(type);
        string value = dice.Below(20) switch
        {
            0 or 1 or 2 or 3 => Binary(depth),
            4 => Division(depth),
            5 or 6 => Shift(depth),
            7 => Unary(depth),
            8 => $"({Bool(depth + 1)} ? {Number(type, depth + 1)} : {Number(type, depth + 1)})",
            9 => Assignment(depth),
            10 => Extreme(depth),
            11 => $"Op.Pick({Bool(depth + 1)}, {Number(type, depth + 1)}, {Number(type, depth + 1)})",
            12 => $"Op.Apply<{(dice.Percent(50) ? "Adding" : "Mixing")}>({Number(NumberType.Long, depth + 1)}, {Number(NumberType.Long, depth + 1)})",
            13 => Switch(depth),
            14 => $"ga[{Index(depth)}]",
            15 => Struct(depth),
            16 or 17 or 18 => Aggregate(depth),
            _ => $"({dice.Of(NumberType.All).Name})({Number(dice.Of(NumberType.All), depth + 1)})",
        };
        return $"({type.Name})({value})";
    }

    string Leaf(NumberType type)
    {
        if (dice.Percent(25))
            return type.Literal(dice);
        var same = numbers.Where(v => v.Type == type).ToList();
        if (same.Count > 0 && dice.Percent(60))
            return dice.Of(same).Name;
        return $"({type.Name}){dice.Of(numbers).Name}";
    }

    string Index(int depth) => dice.Percent(50) ? $"{dice.Below(8)}" : $"{Number(NumberType.Int, depth + 1)} & 7";

    string Binary(int depth)
    {
        var left = dice.Of(NumberType.All);
        var right = dice.Of(left.Partners);
        return $"{Number(left, depth + 1)} {dice.Of(["+", "-", "*", "&", "|", "^"])} {Number(right, depth + 1)}";
    }

    string Division(int depth)
    {
        var type = dice.Of(NumberType.All.Where(t => t.Bits >= 32).ToList());
        return $"Op.{(dice.Percent(50) ? "Div" : "Rem")}({Number(type, depth + 1)}, {Number(type, depth + 1)})";
    }

    string Shift(int depth)
    {
        string amount = dice.Percent(40) ? $"{dice.Below(70)}" : Number(NumberType.Int, depth + 1);
        return $"{Number(dice.Of(NumberType.All), depth + 1)} {dice.Of(["<<", ">>", ">>>"])} ({amount})";
    }

    string Unary(int depth)
    {
        var type = dice.Of(NumberType.All);
        return $"{(type == NumberType.ULong ? "~" : dice.Of(["-", "~", "+"]))}{Number(type, depth + 1)}";
    }

    string Extreme(int depth)
    {
        var type = dice.Of(NumberType.All.Where(t => t.Name != "char").ToList());
        return $"Math.{(dice.Percent(50) ? "Min" : "Max")}({Number(type, depth + 1)}, {Number(type, depth + 1)})";
    }

    string Assignment(int depth)
    {
        var target = dice.Of(numbers.Where(v => v.Assignable).ToList());
        if (localFunction is not null && dice.Percent(15))
            return $"{localFunction}({Number(NumberType.Int, depth + 1)})";
        return dice.Below(5) switch
        {
            0 => $"{target.Name}++",
            1 => $"--{target.Name}",
            2 => $"({target.Name} = {Number(target.Type, depth + 1)})",
            3 => $"({target.Name} {dice.Of(["<<=", ">>=", ">>>="])} {Number(NumberType.Int, depth + 1)})",
            _ => $"({target.Name} {dice.Of(["+=", "-=", "*=", "&=", "|=", "^="])} {Number(target.Type, depth + 1)})",
        };
    }

    string Struct(int depth)
    {
        string name = dice.Of(smalls);
        return dice.Below(4) switch
        {
            0 => $"{name}.Sum()",
            1 => $"Op.Total({name})",
            2 => $"({name} + Op.Make({Number(NumberType.Int, depth + 1)})).Sum()",
            _ => $"(int)(Level){Number(NumberType.All[1], depth + 1)}",
        };
    }

    string Switch(int depth)
    {
        var type = dice.Of(NumberType.All.Where(t => t.Name != "char" && t.Signed).ToList());
        string Arm() => Number(NumberType.Int, depth + 2);
        // No constants, in conditions neither: csc refuses arms that it can never take.
        return $"({type.Name})(io.A ^ {Number(NumberType.Long, depth + 1)}) switch {{ < 0 => {Arm()}, 0 or 3 => {Arm()}, > 5 and < 100 => {Arm()}, {(dice.Percent(50) ? $"_ when {Bool(depth + 2)} ^ io.J => {Arm()}, " : "")}_ => {Arm()} }}";
    }

    string Bool(int depth)
    {
        if (depth >= Deepest)
            return dice.Percent(50) ? dice.Of(bools) : Comparison(depth);
        return dice.Below(10) switch
        {
            9 => AggregateTest(depth),
            0 => $"({Bool(depth + 1)} && {Bool(depth + 1)})",
            1 => $"({Bool(depth + 1)} || {Bool(depth + 1)})",
            2 => $"({Bool(depth + 1)} {dice.Of(["^", "&", "|", "==", "!="])} {Bool(depth + 1)})",
            3 => $"!{Bool(depth + 1)}",
            4 => $"({Number(dice.Of(NumberType.All.Where(t => t.Signed).ToList()), depth + 1)} is >= -3 and not 7)",
            5 => dice.Of(bools),
            _ => Comparison(depth),
        };
    }

    string Comparison(int depth)
    {
        var left = dice.Of(NumberType.All);
        return $"({Number(left, depth + 1)} {dice.Of(["<", "<=", ">", ">=", "==", "!="])} {Number(dice.Of(left.Partners), depth + 1)})";
    }
}
