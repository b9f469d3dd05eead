namespace Scx.Runtime.Tests;

public sealed class ObjectFormatTests : IDisposable
{
    readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    string Message(params byte[] contents)
    {
        File.WriteAllBytes(file, contents);
        return Assert.Throws<ObjectFormatException>(() => Native.ElfFile.Read(file)).Reason;
    }

    [Fact]
    public void Missing_file() =>
        Assert.Equal("there is no such file", Assert.Throws<ObjectFormatException>(() => Native.ElfFile.Read(file + ".o")).Reason);

    [Fact]
    public void Directory() =>
        Assert.Equal("this is a directory", Assert.Throws<ObjectFormatException>(() => Native.ElfFile.Read(Path.GetTempPath())).Reason);

    [Fact]
    public void Text() => Assert.Equal("not a BPF object (it is no 64-bit little-endian ELF file)", Message("hello"u8.ToArray()));

    [Fact]
    public void Program_for_another_processor()
    {
        byte[] header = new byte[64];
        "\u007fELF\u0002\u0001"u8.CopyTo(header);
        header[18] = 62;
        Assert.Equal("not a BPF object (it is an ELF file for another processor)", Message(header));
    }

    [Fact]
    public void Damaged_object()
    {
        byte[] header = new byte[64];
        "\u007fELF\u0002\u0001"u8.CopyTo(header);
        header[18] = 247;
        header[40] = 200;
        header[60] = 3;
        Assert.Equal("this BPF object is cut off or damaged", Message(header));
    }
}
