namespace Scx.Runtime.Btf;

/// <summary>A global variable, or a map's definition, of an object.</summary>
/// <param name="Name">The variable's name.</param>
/// <param name="Section">The section that it lies in.</param>
/// <param name="Offset">Where in the section, in bytes.</param>
/// <param name="Size">Bytes.</param>
/// <param name="TypeId">Its type.</param>
/// <param name="Tags">The declaration tags on it.</param>
sealed record Variable(string Name, string Section, int Offset, int Size, int TypeId, IReadOnlyList<string> Tags)
{
    /// <summary>What follows <paramref name="prefix"/> in the first tag that begins with it; null if none does.</summary>
    public string? TagAfter(string prefix) =>
        Tags.FirstOrDefault(tag => tag.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..];

    /// <summary>All variables that the types describe.</summary>
    public static IReadOnlyList<Variable> All(BtfTable types)
    {
        var tags = types.OfKind<BtfDeclarationTag>(BtfKind.DeclarationTag).Where(tag => tag.Component < 0)
            .ToLookup(tag => tag.TargetId, tag => tag.Name);
        return [.. from section in types.OfKind<BtfDataSection>(BtfKind.DataSection)
                   from entry in section.Entries
                   let variable = types[entry.TypeId] as BtfVariable
                   where variable is not null
                   select new Variable(variable.Name, section.Name, entry.Offset, entry.Size, variable.TypeId, [.. tags[variable.Id]])];
    }
}
