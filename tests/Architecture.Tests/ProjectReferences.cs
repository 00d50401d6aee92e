using System.Xml.Linq;

namespace ZcBench.Architecture.Tests;

/// <summary>Which project of src refers to which, as the project files say.</summary>
internal static class ProjectReferences
{
    /// <summary>The project that gives the tensor library to others, through this file.</summary>
    public const string Engine = "Torch";

    private const string EngineImport = "Engine.props";

    /// <summary>Direct references of every project in src, by name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Direct { get; } = Checkout.Files
        .Where(file => file.StartsWith("src/", StringComparison.Ordinal) && file.EndsWith(".csproj", StringComparison.Ordinal))
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
        var references = Values(project, "ProjectReference", "Include").Select(Name);
        var engine = Values(project, "Import", "Project").Where(import => import.EndsWith(EngineImport, StringComparison.Ordinal))
            .Concat(Values(project, "PackageReference", "Include").Where(IsEngine))
            .Where(_ => Name(file) != Engine)
            .Select(_ => Engine);
        return [.. references.Concat(engine).Distinct().Order(StringComparer.Ordinal)];
    }

    private static bool IsEngine(string package) =>
        package.Contains("torch", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Values(XDocument project, string element, string attribute) =>
        project.Descendants(element).Select(item => item.Attribute(attribute)?.Value).OfType<string>();

    private static string Name(string path) => Path.GetFileNameWithoutExtension(path.Replace('\\', '/'));
}
