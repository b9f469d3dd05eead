namespace Scx.Consumer.Tests;

/// <summary>A user's project, outside the repository.</summary>
internal sealed class ConsumerProject
{
    readonly PackedFeed feed;

    /// <param name="feed">The packages; its directory gets the project.</param>
    /// <param name="path">Where in that directory, so that two projects can differ in it.</param>
    /// <param name="sources">Names and texts of C# files.</param>
    public ConsumerProject(PackedFeed feed, string path, params (string Name, string Text)[] sources)
    {
        this.feed = feed;
        Folder = Path.Combine(feed.Root, path);
        Directory.CreateDirectory(Folder);
        // The feed is the only source: nothing else may be needed.
        File.WriteAllText(Path.Combine(Folder, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="local" value="{feed.Feed}" /></packageSources>
            </configuration>
            """);
        File.WriteAllText(Path.Combine(Folder, "Mine.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Scx.Sdk" Version="[{feed.Version}]" />
              </ItemGroup>
            </Project>
            """);
        foreach (var (name, text) in sources)
            Write(name, text);
    }

    public string Folder { get; }

    /// <summary>Where the assembly goes.</summary>
    public string Output => Path.Combine(Folder, "bin/Debug/net10.0");

    public string ObjectPath(string scheduler) => Path.Combine(Output, scheduler + ".bpf.o");

    /// <summary>Every object anywhere in the project.</summary>
    public string[] Objects => [.. Directory.GetFiles(Folder, "*.bpf.o", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text);

    public CommandResult Build(params string[] arguments) => feed.Run(Folder, ["build", "-nologo", "-tl:off", .. arguments]);

    public CommandResult Run(params string[] arguments) => feed.Run(Folder, arguments);
}
