namespace Scx.Compiler.Tests;

/// <summary>Expected texts kept in files. SCX_UPDATE_GOLDEN=1 writes them anew.</summary>
static class Golden
{
    internal static void Compare(string file, string actual)
    {
        if (Environment.GetEnvironmentVariable("SCX_UPDATE_GOLDEN") == "1")
            File.WriteAllText(file, actual);
        Assert.True(File.Exists(file), $"{file} is missing; run with SCX_UPDATE_GOLDEN=1 to make it.");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
