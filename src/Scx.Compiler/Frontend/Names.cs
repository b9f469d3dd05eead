using System.Text;

namespace Scx.Compiler.Frontend;

/// <summary>Names in the object, which BTF wants to be C identifiers.</summary>
internal static class Names
{
    /// <summary>A text with everything but letters, digits and underscores made underscores.</summary>
    public static string Identifier(string name)
    {
        var text = new StringBuilder(name.Length + 1);
        foreach (char c in name)
            text.Append(c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' ? c : '_');
        if (text.Length == 0 || text[0] is >= '0' and <= '9')
            text.Insert(0, '_');
        return text.ToString();
    }

    /// <summary>The option that scx-run makes of a field's name: <c>sliceUs</c> becomes <c>slice-us</c> (Scx.Runtime's Tunable does the same).</summary>
    public static string Option(string field)
    {
        var text = new StringBuilder(field.Length + 4);
        for (int i = 0; i < field.Length; i++)
        {
            bool begins = i > 0 && char.IsUpper(field[i])
                && (!char.IsUpper(field[i - 1]) || (i + 1 < field.Length && char.IsLower(field[i + 1])));
            if ((begins || field[i] == '_') && text.Length > 0 && text[text.Length - 1] != '-')
                text.Append('-');
            if (field[i] != '_')
                text.Append(char.ToLowerInvariant(field[i]));
        }
        return text.ToString();
    }

    /// <summary>A name that no other symbol of the object has.</summary>
    public static string Unique(string name, HashSet<string> taken)
    {
        string unique = Identifier(name);
        for (int i = 2; !taken.Add(unique); i++)
            unique = $"{Identifier(name)}_{i}";
        return unique;
    }

    /// <summary>What the kernel accepts as <c>sched_ext_ops.name</c>: see bpf_scx_check_member and validate in kernel/sched/ext/ext.c, 7.3.</summary>
    public static bool IsSchedulerName(string name) =>
        // The last two would be no file names.
        name.Length is > 0 and < OpsTable.NameCapacity && name is not ("." or "..")
        && name.All(c => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or '.' or '-');
}
