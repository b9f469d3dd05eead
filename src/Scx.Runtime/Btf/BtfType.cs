namespace Scx.Runtime.Btf;

/// <summary>One BTF type; what it refers to is given by id, to be looked up in its <see cref="BtfTable"/>.</summary>
abstract record BtfType(int Id, string Name);

/// <summary>An integer of <paramref name="Size"/> bytes; <c>bool</c> and <c>char</c> are integers too.</summary>
sealed record BtfInteger(int Id, string Name, int Size, bool Signed, bool Boolean) : BtfType(Id, Name);

/// <summary>A structure or union.</summary>
sealed record BtfStruct(int Id, string Name, bool Union, int Size, IReadOnlyList<BtfMember> Members) : BtfType(Id, Name)
{
    /// <summary>The member called <paramref name="name"/>, if there is one.</summary>
    public BtfMember? FindMember(string name) => Members.FirstOrDefault(member => member.Name == name);
}

/// <summary>A member of a structure; <paramref name="BitOffset"/> counts from the structure's start.</summary>
sealed record BtfMember(string Name, int TypeId, int BitOffset, int BitfieldSize);

/// <summary>An enumeration, of either BTF form.</summary>
sealed record BtfEnum(int Id, string Name, int Size, bool Signed, IReadOnlyList<BtfEnumerator> Values) : BtfType(Id, Name);

/// <summary>A named value; a negative one is sign-extended into <paramref name="Value"/>.</summary>
sealed record BtfEnumerator(string Name, ulong Value);

/// <summary>An array of <paramref name="Count"/> elements.</summary>
sealed record BtfArray(int Id, int ElementTypeId, int Count) : BtfType(Id, "");

/// <summary>A pointer, typedef, qualifier or type tag: something that refers to one other type.</summary>
sealed record BtfReference(int Id, string Name, BtfKind Kind, int TypeId) : BtfType(Id, Name);

/// <summary>A function; <paramref name="PrototypeId"/> is its <see cref="BtfPrototype"/>.</summary>
sealed record BtfFunction(int Id, string Name, int PrototypeId) : BtfType(Id, Name);

/// <summary>A function's parameters and what it returns.</summary>
sealed record BtfPrototype(int Id, int ReturnTypeId, IReadOnlyList<BtfParameter> Parameters) : BtfType(Id, "");

/// <summary>A parameter of a function.</summary>
sealed record BtfParameter(string Name, int TypeId);

/// <summary>A global variable.</summary>
sealed record BtfVariable(int Id, string Name, int TypeId) : BtfType(Id, Name);

/// <summary>A section and the variables, or external functions, in it.</summary>
sealed record BtfDataSection(int Id, string Name, int Size, IReadOnlyList<BtfSectionEntry> Entries) : BtfType(Id, Name);

/// <summary>Where a variable lies in its section, in bytes.</summary>
sealed record BtfSectionEntry(int TypeId, int Offset, int Size);

/// <summary>A tag on the declaration of <paramref name="TargetId"/>, or of its member or parameter <paramref name="Component"/> (−1: none).</summary>
sealed record BtfDeclarationTag(int Id, string Name, int TargetId, int Component) : BtfType(Id, Name);

/// <summary>A kind that nothing here looks into: void, forward declarations, floating point.</summary>
sealed record BtfOpaque(int Id, string Name, BtfKind Kind) : BtfType(Id, Name);
