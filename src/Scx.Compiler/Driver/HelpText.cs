using System.Reflection;

namespace Scx.Compiler.Driver;

/// <summary>What scxc says of itself.</summary>
internal static class HelpText
{
    public const string Usage = """
        Usage: scxc [options] FILE.cs...
               scxc [options] @CSC.rsp
               scxc --explain ID
               scxc explain LOG... (see scxc explain --help)

        Compiles each class with [SchedExtOps("NAME")] or [BpfObject("NAME")] to NAME.bpf.o. A response file holds the
        arguments of csc; sources, references and language options are then taken from there.

        Options:
          -o, --output PATH      File to write, or directory to write NAME.bpf.o to
              --emit STAGE       object (default), asm, llvm-opt, llvm or ir; all but object
                                 are written to standard output unless -o is given
              --mcpu LEVEL       BPF instructions to use: v4 (default) or v3
              --scheduler NAME   Only the scheduler of this name
          -r, --reference FILE   Assembly that the C# files use
              --project-dir DIR  Directory that the paths in the object are relative to
              --path-map DIR=N   What the paths of files below DIR begin with in the object
              --list-outputs F   Write the path of each file written to F, one a line
              --explain ID       Show the page of a diagnostic, such as SCX4001: what is wrong,
                                 a wrong and a right program, what the kernel says, how to fix it
              --errors-only      Do not show warnings
              --format FORMAT    How messages are written: text (default), or sarif: SARIF 2.1.0 on
                                 standard output
              --no-color         No colours even on a terminal
              --time             Show the time each phase took
              --version          Show the version
          -h, --help             Show this text

        Exit codes: 0 success; 1 errors in the source; 2 wrong usage; 3 something on this machine
        is missing, such as LLVM; 70 internal error. Above 128 LLVM itself ended the process: please
        report it with the source. After an error no output is left, not even an older one.

        Environment: SCX_LLVM names the LLVM library to use; SCX_DEBUG=1 shows the stack of an
        internal error; NO_COLOR=1 is --no-color.
        """;

    public static string Version =>
        "scxc " + typeof(HelpText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
}
