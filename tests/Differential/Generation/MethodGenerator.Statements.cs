namespace Scx.Differential.Generation;

public sealed partial class MethodGenerator
{
    void Statement(int depth)
    {
        if (budget-- <= 0)
            return;
        switch (dice.Below(depth < 2 ? 18 : 11))
        {
            case 0 or 1 or 2 or 3:
                var target = dice.Of(numbers.Where(v => v.Assignable).ToList());
                Line($"{target.Name} {dice.Of(["=", "+=", "^=", "-="])} {Number(target.Type, 0)};");
                break;
            case 4:
                Line($"ga[{Index(1)}] {dice.Of(["=", "+=", "^="])} {Number(NumberType.Int, 1)};");
                break;
            case 5:
                StructStatement();
                break;
            case 6:
                var first = dice.Of(numbers.Where(v => v.Name[0] == 'v').DefaultIfEmpty(numbers[0]).ToList());
                var second = dice.Of(numbers.Where(v => v.Assignable && v.Type == first.Type).ToList());
                Line($"Op.Swap(ref {first.Name}, ref {second.Name});");
                break;
            case 7:
                Line($"{dice.Of(bools)} = {Bool(0)};");
                break;
            case 8 or 9 or 10:
                AggregateStatement();
                break;
            case 11 or 12 or 13:
                If(depth);
                break;
            case 14 or 15:
                Loop(depth);
                break;
            case 16:
                SwitchStatement(depth);
                break;
            default:
                Line($"if ({Bool(1)} && {Bool(1)}) {{ io.R1 += 77; return; }}");
                break;
        }
    }

    void StructStatement()
    {
        string name = dice.Of(smalls);
        Line(dice.Below(4) switch
        {
            0 => $"{name}.Bump({Number(NumberType.Int, 1)});",
            1 => $"{name} = {dice.Of(smalls)} + Op.Make({Number(NumberType.Int, 1)});",
            2 => $"Op.Fill(in {name}, out gn);",
            _ => $"{name}.B = {Number(NumberType.ULong, 1)};",
        });
    }

    void Block(int depth, Action body)
    {
        var (atNumbers, atBools, before) = (numbers.Count, bools.Count, indent);
        Line("{");
        indent += "    ";
        body();
        for (int i = 0; i <= dice.Below(3); i++)
            Statement(depth + 1);
        if (dice.Percent(30))
        {
            Local(1);
            Statement(depth + 1);
        }
        indent = before;
        Line("}");
        numbers.RemoveRange(atNumbers, numbers.Count - atNumbers);
        bools.RemoveRange(atBools, bools.Count - atBools);
    }

    void If(int depth)
    {
        Line($"if ({Bool(0)})");
        Block(depth, () => { });
        if (!dice.Percent(50))
            return;
        Line("else");
        Block(depth, () => { });
    }

    void Loop(int depth)
    {
        string name = $"i{loops++}";
        int turns = 1 + dice.Below(5);
        // A loop's own variable is read and never written, so every loop comes to its end.
        var counter = new Variable(name, NumberType.Int, false);
        void Leave()
        {
            if (dice.Percent(40))
                Line($"if ({Bool(1)}) {dice.Of(["break", "continue"])};");
        }
        switch (dice.Below(3))
        {
            case 0:
                Line($"for (int {name} = 0; {name} < {turns}; {name}++)");
                Block(depth, () => { numbers.Add(counter); Leave(); });
                break;
            case 1:
                Line($"int {name} = 0;");
                Line($"while ({name} < {turns} && {Bool(1)})");
                Block(depth, () => { Line($"{name}++;"); numbers.Add(counter); Leave(); });
                break;
            default:
                Line($"int {name} = {turns};");
                Line("do");
                Block(depth, () => { Line($"{name}--;"); numbers.Add(counter); Leave(); });
                Line($"while ({name} > 0 && {Bool(1)});");
                break;
        }
    }

    void SwitchStatement(int depth)
    {
        Line($"switch ({Number(NumberType.Int, 0)} & 7)");
        Line("{");
        string before = indent;
        indent += "    ";
        foreach (string label in (string[])["case 0:", "case 1: case 5:", "case 2:", "default:"])
        {
            Line(label);
            Block(depth, () => { });
            Line(label == "case 2:" && dice.Percent(50) ? "goto case 0;" : "break;");
        }
        indent = before;
        Line("}");
    }
}
