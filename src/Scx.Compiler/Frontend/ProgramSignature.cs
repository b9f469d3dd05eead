using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Scx.Compiler.Frontend;

/// <summary>Compares a program at a tracepoint or function with what the kernel hands over there, as the bindings have it of each kernel.</summary>
internal static class ProgramSignature
{
    private const string MayBeNull = "__nullable";

    /// <summary>
    /// What does not fit, with what to do; null if all does, or if the bindings do not know the place. One kernel that the program fits is enough,
    /// unless the scheduler says what kernels it is for.
    /// </summary>
    /// <param name="attribute">The attribute that makes the method a program.</param>
    /// <param name="method">The method.</param>
    /// <param name="kernels">What kernels the scheduler is for.</param>
    public static string? Wrong(AttributeData attribute, IMethodSymbol method, TargetKernels kernels)
    {
        string name = attribute.Text(0);
        var forms = attribute.AttributeClass!.GetAttributes()
            .Where(a => a.AttributeClass?.MetadataNameIs(KnownSymbols.ProgramArgumentsAttribute) == true && a.Text(0) == name && a.IsInKernelsFrom(kernels.Oldest))
            .ToList();
        var wrong = forms.Select(form => (Form: form, Reason: Wrong(name, Types(form), method))).Where(f => f.Reason is not null).ToList();
        if (wrong.Count == 0 || (!kernels.AreDeclared && wrong.Count < forms.Count))
            return null;
        var (worst, reason) = wrong[wrong.Count - 1];
        return forms.Count == 1 ? reason : $"{Kernels(worst)}, {reason}";
    }

    private static ImmutableArray<string> Types(AttributeData form) =>
        form.Text(1).Length == 0 ? [] : [.. form.Text(1).Split(',').Select(type => type.Trim())];

    private static string Kernels(AttributeData form) => (form.Named<string?>("Since", null), form.Named<string?>("Until", null)) switch
    {
        (null, { } until) => $"before Linux {until}",
        ({ } since, null) => $"since Linux {since}",
        var (since, until) => $"from Linux {since} until {until}",
    };

    private static string? Wrong(string name, ImmutableArray<string> types, IMethodSymbol method)
    {
        if (method.Parameters.Length > types.Length)
            return $"'{name}' has {Count(types.Length)}{List(types)}; leave out '{method.Parameters[types.Length].Name}'";
        return method.Parameters.Select((parameter, i) => Wrong(name, types[i], parameter)).FirstOrDefault(reason => reason is not null);
    }

    private static string? Wrong(string name, string type, IParameterSymbol parameter)
    {
        bool mayBeNull = type.EndsWith(MayBeNull, StringComparison.Ordinal);
        string spelled = mayBeNull ? type.Substring(0, type.Length - MayBeNull.Length) : type;
        bool pointer = spelled.EndsWith("*", StringComparison.Ordinal);
        string place = $"argument {parameter.Ordinal + 1} of '{name}' is ";
        if (TypeLowering.KernelStruct(parameter.Type) is { } kernel)
        {
            if (!pointer)
                return $"{place}a number ({spelled}), so '{parameter.Name}' cannot be a {parameter.Type.Name}; declare it as an integer";
            if (spelled.Replace("const ", "").TrimEnd('*', ' ') != kernel.Name)
                return $"{place}a {spelled.TrimEnd('*', ' ')}, so '{parameter.Name}' cannot be a {parameter.Type.Name}; declare it as ulong if it is not used";
            return mayBeNull && parameter.NullableAnnotation != NullableAnnotation.Annotated
                ? $"{place}null at times; declare '{parameter.Name}' as '{parameter.Type.Name}?' and look before using it"
                : null;
        }
        return pointer && TypeLowering.Integer(parameter.Type) is not { Bits: 64 }
            ? $"{place}a pointer ({spelled}), which '{parameter.Name}' has no room for; declare it as that object, or as ulong if it is not used"
            : null;
    }

    private static string Count(int count) => count switch
    {
        0 => "no arguments",
        1 => "one argument",
        _ => $"{count} arguments",
    };

    private static string List(ImmutableArray<string> types) =>
        types.IsEmpty ? "" : $" ({string.Join(", ", types).Replace(MayBeNull, "")})";
}

/// <summary>The kernels that a scheduler is for.</summary>
/// <param name="Oldest">The oldest.</param>
/// <param name="AreDeclared">It says so itself, and so is for all from then on.</param>
internal sealed record TargetKernels(Version Oldest, bool AreDeclared);
