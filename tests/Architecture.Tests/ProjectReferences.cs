using System.Xml.Linq;

namespace ZcBench.Architecture.Tests;

/// <summary>Which project of src refers to which, as the project files say.</summary>
internal static class ProjectReferences
{
    /// <summary>The one project that refers to the tensor library; others get it through this one.</summary>
    public const string Engine = "Proxies";

    /// <summary>Direct references of every project in src, by name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Direct { get; } =
        Checkout
            .Files.Where(file =>
                file.StartsWith("src/", StringComparison.Ordinal)
                && file.EndsWith(".csproj", StringComparison.Ordinal)
            )
            .ToDictionary(Name, Read, StringComparer.Ordinal);

    /// <summary>Everything a project reaches through its references.</summary>
    public static IReadOnlySet<string> Reached(string project)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>(Direct[project]);
        while (open.TryDequeue(out var next))
        {
            if (reached.Add(next))
            {
                Direct[next].ToList().ForEach(open.Enqueue);
            }
        }

        return reached;
    }

    private static IReadOnlyList<string> Read(string file)
    {
        var project = XDocument.Load(Checkout.Full(file));
        return
        [
            .. Values(project, "ProjectReference", "Include")
                .Select(Name)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The projects of src that refer to a package of the tensor library.</summary>
    public static IReadOnlyList<string> WithEngine { get; } =
    [
        .. Direct.Keys.Where(project =>
            Values(
                    XDocument.Load(Checkout.Full($"src/{project}/{project}.csproj")),
                    "PackageReference",
                    "Include"
                )
                .Any(IsEngine)
        ),
    ];

    private static bool IsEngine(string package) =>
        package.Contains("torch", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Values(XDocument project, string element, string attribute) =>
        project.Descendants(element).Select(item => item.Attribute(attribute)?.Value).OfType<string>();

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
