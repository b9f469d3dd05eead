using Scx.Compiler.Backend;
using Scx.Compiler.Ir;
using Scx.Compiler.Llvm;

namespace Scx.Backend.Tests;

public sealed class LibraryTests
{
    [Fact]
    public void VersionIsNewEnough() => Assert.True(Version.Parse(LlvmPipeline.Version()).Major >= 19);

    [Fact]
    public void MissingLibrarySaysWhatWasTriedAndWhatToInstall()
    {
        LlvmNotFoundException missing = Assert.Throws<LlvmNotFoundException>(() => LlvmLibrary.Find("/nowhere/libLLVM.so"));
        Assert.Equal("/nowhere/libLLVM.so: cannot be loaded", Assert.Single(missing.Attempts));
        Assert.Contains("apt install libllvm19", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OtherLibraryIsNotTakenForLlvm() =>
        Assert.Equal(["libc.so.6: is not LLVM"], Assert.Throws<LlvmNotFoundException>(() => LlvmLibrary.Find("libc.so.6")).Attempts.ToArray());

    [Fact]
    public void TextThatIsNoModuleIsABugOfOurs() =>
        Assert.Throws<InternalCompilerException>(() => LlvmPipeline.Compile("define nonsense", BackendOptions.Default));

    [Fact]
    public void ModuleThatBreaksLlvmsRulesIsABugOfOurs() =>
        Assert.Throws<InternalCompilerException>(() => LlvmPipeline.Compile("define i32 @f() {\n  ret void\n}\n", BackendOptions.Default));
}
