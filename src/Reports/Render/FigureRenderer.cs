using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json.Nodes;
using ZcBench.Reports.Figures;

namespace ZcBench.Reports.Render;

/// <summary>Draws figures to SVG and PNG from the specifications that the page shows, by one call of node (vega, resvg).</summary>
public sealed class FigureRenderer
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly string _node;
    private readonly string _modules;
    private readonly string _script;

    /// <summary>A renderer with node, the node_modules folder of package.json, and the script that draws.</summary>
    public FigureRenderer(string node, string modules, string script)
    {
        _node = node;
        _modules = modules;
        _script = script;
    }

    /// <summary>The renderer of a built checkout: node from the path, the modules that ./bench restored.</summary>
    public static FigureRenderer Default => new(
        "node", Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "..", "web", "node_modules")),
        Path.Combine(AppContext.BaseDirectory, "Render", "render.mjs"));

    /// <summary>Writes id.svg and id.png of every figure into a folder.</summary>
    /// <returns>Null when all were drawn; else one sentence that says why none or not all were.</returns>
    public string? Draw(IReadOnlyList<Figure> figures, string folder)
    {
        if (!Directory.Exists(_modules) || !File.Exists(_script))
        {
            return $"figures were not drawn as SVG and PNG: {_modules} is missing; ./bench setup restores it with npm";
        }

        try
        {
            return Run(new JsonObject
            {
                ["modules"] = _modules,
                ["figures"] = new JsonArray([.. figures.Select(figure => (JsonNode)new JsonObject
                {
                    ["specification"] = figure.Specification.DeepClone(),
                    ["svg"] = Path.Combine(folder, figure.Id + ".svg"),
                    ["png"] = Path.Combine(folder, figure.Id + ".png"),
                })]),
            }.ToJsonString());
        }
        catch (Exception fault) when (fault is Win32Exception or IOException)
        {
            return $"figures were not drawn as SVG and PNG: node cannot be run ({fault.Message}); install Debian's nodejs";
        }
    }

    private string? Run(string request)
    {
        using var process = Process.Start(new ProcessStartInfo(_node, [_script])
        {
            RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(request);
        process.StandardInput.Close();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            return $"figures were not drawn as SVG and PNG: node took more than {Patience.TotalMinutes} minutes";
        }

        return process.ExitCode == 0 ? null : $"figures were not all drawn as SVG and PNG: {FirstLine(error.Result)}";
    }

    private static string FirstLine(string text) =>
        text.Split('\n').FirstOrDefault(line => line.Trim().Length > 0)?.Trim() ?? "node said nothing";
}
