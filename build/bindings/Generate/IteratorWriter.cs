namespace Scx.Bindings.Tool.Generate;

/// <summary>Writes the ref structs that <c>foreach</c> goes through the kernel's objects with.</summary>
public sealed class IteratorWriter(History history, Overlay overlay)
{
    /// <summary>The file of one iterator.</summary>
    public string Write(string name)
    {
        IteratorOverlay item = overlay.Structs.Iterators[name];
        var code = new CodeWriter("Scx.Bindings");
        code.Doc("summary", item.Doc);
        code.Doc("remarks", $"<c>struct {item.Kernel}</c>.");
        code.Line($"[KernelIterator(\"{item.Kernel}\", {item.Size})]");
        code.Open($"public readonly ref partial struct {name} : IDisposable");
        code.Line($"readonly IEnumerator<{item.Element}> cursor;");
        code.Line();
        code.Line($"internal {name}(IEnumerator<{item.Element}> cursor) => this.cursor = cursor;");
        code.Line();
        code.Doc("summary", "What the loop is at.");
        code.Line($"public {item.Element} Current => cursor.Current;");
        code.Line();
        code.Doc("summary", "The iterator itself.");
        code.Line($"public {name} GetEnumerator() => this;");
        WriteStep(code, item.Kernel + "_next", "Goes on.", "bool MoveNext() => cursor.MoveNext();", "Whether there is a next one.");
        WriteStep(code, item.Kernel + "_destroy", "Ends the loop.", "void Dispose() => cursor.Dispose();", null);
        code.Close();
        return code.ToString();
    }

    void WriteStep(CodeWriter code, string symbol, string doc, string method, string? returns)
    {
        KfuncForm form = KfuncForm.Read(symbol, history, overlay.Rules);
        code.Line();
        code.Doc("summary", doc);
        if (returns is not null) code.Doc("returns", returns);
        code.Doc("remarks", $"<c>{symbol}</c>. Callable from any callback. {(form.Lifetime.Since is { } since ? $"Since Linux {since}." : "In every supported kernel.")}");
        KfuncAttributes.Write(code, [form]);
        code.Line("public " + method);
    }
}
