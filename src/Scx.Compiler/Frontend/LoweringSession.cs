using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Scx.Compiler.Ir;

namespace Scx.Compiler.Frontend;

/// <summary>
/// The lowering of a project while bodies of its methods change and nothing else does. What other bodies mean is asked of the project as it was first; since
/// what is declared is the same, that is what they mean in the project as it is.
/// </summary>
internal sealed class LoweringSession
{
    private readonly CSharpCompilation compilation;
    private readonly Semantics semantics;
    private readonly ImmutableArray<FileParts> own;
    private readonly CompilationLowering lowering;
    private readonly Dictionary<CSharpSyntaxNode, (string Body, FileParts File)> edited = [];
    private readonly Dictionary<string, FileParts> places = new(StringComparer.Ordinal);
    private ImmutableArray<SyntaxTree> trees;
    private ImmutableDictionary<string, FileParts> files;
    private int versions;

    private LoweringSession(CSharpCompilation compilation, ImmutableArray<FileParts> own, CancellationToken cancellation)
    {
        (this.compilation, this.own, trees) = (compilation, own, compilation.SyntaxTrees);
        files = own.ToImmutableDictionary(file => file.Tree.FilePath, StringComparer.Ordinal);
        foreach (var file in own)
            places.Add(file.Tree.FilePath, file);
        semantics = new Semantics(compilation);
        lowering = new CompilationLowering(semantics, Within, cancellation);
    }

    /// <summary>Begins with a project; null if its files cannot be told apart.</summary>
    public static LoweringSession? Begin(CSharpCompilation compilation, CancellationToken cancellation)
    {
        ImmutableArray<FileParts> own = [.. compilation.SyntaxTrees.Select(tree => new FileParts(tree, tree.FilePath, cancellation))];
        return own.All(file => file.Fits) && own.Select(file => file.Tree.FilePath).Distinct(StringComparer.Ordinal).Count() == own.Length
            ? new LoweringSession(compilation, own, cancellation)
            : null;
    }

    /// <summary>It can no longer be gone on with.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Where the places that the IR has lie in the project as it is.</summary>
    public Func<SourceSpan, SourceSpan> Places
    {
        get
        {
            var now = files;
            return within => now.TryGetValue(within.File, out var file) ? file.InFile(within) : within;
        }
    }

    /// <summary>Lowers the methods.</summary>
    /// <returns>Null if what was lowered before cannot be told from what is new.</returns>
    public FrontEndResult? Lower(CancellationToken cancellation) => lowering.Lower(cancellation);

    /// <summary>Goes on with a project that differs in the bodies of methods only.</summary>
    /// <returns>False if it differs in more.</returns>
    public bool Continue(CSharpCompilation next, CancellationToken cancellation)
    {
        if (!HasSameSettings(next) || next.SyntaxTrees.Length != trees.Length)
            return false;
        var changed = new List<(int Index, FileParts Parts)>();
        for (int i = 0; i < trees.Length; i++)
        {
            var tree = next.SyntaxTrees[i];
            if (tree == trees[i])
                continue;
            if (tree.FilePath != own[i].Tree.FilePath || !tree.Options.Equals(own[i].Tree.Options))
                return false;
            // Under a name of its own, so that its spans can be told from those of the file as it was.
            var parts = new FileParts(tree.WithFilePath($"\u0001{++versions}/{tree.FilePath}"), tree.FilePath, cancellation);
            if (!parts.Fits || !parts.DeclaresAs(own[i]))
                return false;
            changed.Add((i, parts));
        }
        trees = next.SyntaxTrees;
        IsBroken = !changed.All(file => Edit(own[file.Index], file.Parts));
        foreach (string past in places.Keys.Except([.. files.Keys, .. edited.Values.Select(e => e.File.Tree.FilePath)]).ToList())
            places.Remove(past);
        return !IsBroken;
    }

    private bool Edit(FileParts was, FileParts now)
    {
        files = files.SetItem(was.Tree.FilePath, now);
        places[now.Tree.FilePath] = now;
        for (int i = 0; i < was.Bodies.Count; i++)
        {
            var body = was.Bodies[i];
            string text = now.Body(i);
            bool asItWas = was.Body(i) == text;
            if (edited.TryGetValue(body, out var before) ? before.Body == text : asItWas)
                continue;
            if (semantics.IsComputed(body))
                return false;
            if (asItWas)
            {
                edited.Remove(body);
                semantics.Restore(body);
            }
            else if (MethodBodies.AsBlock(now.Bodies[i]) is { } block && semantics.Edit(body, block))
            {
                edited[body] = (text, now);
            }
            else
            {
                return false;
            }
        }
        return true;
    }

    private SourceSpan Within(SourceSpan span) => places.TryGetValue(span.File, out var file) ? file.Within(span) : span;

    private bool HasSameSettings(CSharpCompilation next) =>
        next.AssemblyName == compilation.AssemblyName
        && next.ExternalReferences.SequenceEqual(compilation.ExternalReferences)
        && next.Options.WithSyntaxTreeOptionsProvider(null).Equals(compilation.Options.WithSyntaxTreeOptionsProvider(null))
        && Generated(next).SequenceEqual(Generated(compilation));

    // In generated files null is looked at otherwise.
    private static IEnumerable<GeneratedKind> Generated(CSharpCompilation of) => of.Options.SyntaxTreeOptionsProvider is { } provider
        ? of.SyntaxTrees.Select(tree => provider.IsGenerated(tree, default))
        : of.SyntaxTrees.Select(_ => GeneratedKind.Unknown);
}
