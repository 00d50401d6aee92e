using System.Reflection;
using PublicApiGenerator;

namespace ZcBench.Packages.Tests;

/// <summary>What the packages let others use changes only when somebody approves it.</summary>
public sealed class PublicApiTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        DenyNamespacePrefixes = [],
    };

    public static TheoryData<string> Libraries { get; } = [.. Checkout.Libraries];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void What_others_can_use_is_what_was_approved(string library)
    {
        var found = Assembly.Load(library).GeneratePublicApi(Options).ReplaceLineEndings("\n") + "\n";
        var approved = Path.Combine(Checkout.Root, "tests", "Packages.Tests", "PublicApi", $"{library}.txt");
        var known = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (found == known)
        {
            return;
        }

        var received = Path.Combine(Checkout.Root, "artifacts", "public-api", $"{library}.txt");
        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, found);
        var (now, before) = (Lines(found), Lines(known));
        var changes = now.Except(before).Select(line => $"+ {line}");
        changes = changes.Concat(before.Except(now).Select(line => $"- {line}"));
        Assert.Fail(
            $"{library} lets others use something else than was approved. If that is wanted, copy "
                + "artifacts/public-api to tests/Packages.Tests/PublicApi.\n"
                + string.Join('\n', changes.Take(40))
        );
    }

    private static string[] Lines(string text) => text.Split('\n');
}
