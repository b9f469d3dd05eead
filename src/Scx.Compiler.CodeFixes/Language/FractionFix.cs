using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Scx.Compiler.CodeFixes.Editing;

namespace Scx.Compiler.CodeFixes.Language;

/// <summary>Replaces a multiplication or division by a constant with a fractional part by a multiplication and a division of integers.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class FractionFix : SchedulerCodeFix
{
    private const long Finest = 1000;

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["SCX1008"];

    /// <inheritdoc/>
    protected override IEnumerable<Fix> Find(FixPlace place)
    {
        foreach (var product in place.Node.AncestorsAndSelf().Concat(place.Node.DescendantNodes()).OfType<BinaryExpressionSyntax>())
        {
            if (Replacement(product, place) is { } replacement)
            {
                yield return Fix.In("Fraction", $"Compute with integers: {replacement}", place, editor =>
                    editor.ReplaceNode(product, Source.Expression(replacement).WithTriviaFrom(product)));
                yield break;
            }
        }
    }

    private static string? Replacement(BinaryExpressionSyntax product, FixPlace place)
    {
        bool divides = product.IsKind(SyntaxKind.DivideExpression);
        if (!divides && !product.IsKind(SyntaxKind.MultiplyExpression))
            return null;
        var (whole, factor) = IsFraction(product.Right, place) ? (product.Left, product.Right)
            : !divides && IsFraction(product.Left, place) ? (product.Right, product.Left) : (null, null);
        if (whole is null || !IsInteger(place.TypeOf(whole)))
            return null;
        double value = System.Convert.ToDouble(place.Model.GetConstantValue(factor!, place.Cancellation).Value, CultureInfo.InvariantCulture);
        for (long scale = 1; scale <= Finest; scale++)
        {
            double scaled = value * scale;
            if (value > 0 && scaled == Math.Floor(scaled) && scaled <= uint.MaxValue)
            {
                string text = Source.Text(whole);
                long times = divides ? scale : (long)scaled, by = divides ? (long)scaled : scale;
                return (times == 1 ? text : $"{text} * {times.ToString(CultureInfo.InvariantCulture)}") + (by == 1 ? "" : $" / {by.ToString(CultureInfo.InvariantCulture)}");
            }
        }
        return null;
    }

    private static bool IsFraction(ExpressionSyntax expression, FixPlace place) =>
        place.Model.GetConstantValue(expression, place.Cancellation).Value is double or float or decimal;

    private static bool IsInteger(ITypeSymbol? type) => type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
}
