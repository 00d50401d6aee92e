using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using MathNet.Numerics.Statistics;
using ZcBench.Reports.Runs;

namespace ZcBench.Packages.Tests;

/// <summary>The packages of this checkout, used from an empty folder.</summary>
public sealed class PackageTests(PackageFeed feed) : IClassFixture<PackageFeed>
{
    [Fact]
    public void Each_library_and_the_tool_is_a_package() =>
        Assert.Equal(
            Checkout
                .Libraries.Select(library => library == "ZcBench.Runs" ? "ZcBench" : library)
                .Append("ZcBench.Tool")
                .Order(StringComparer.Ordinal),
            feed.Packages.Select(PackageFeed.Id).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_package_holds_readme_icon_and_documentation_and_names_licence_and_commit()
    {
        foreach (var package in feed.Packages)
        {
            using var archive = ZipFile.OpenRead(package);
            var names = archive.Entries.Select(entry => entry.FullName).ToList();
            Assert.Contains("README.md", names);
            Assert.Contains("icon.png", names);
            Assert.Contains(names, name => name.EndsWith(".xml", StringComparison.Ordinal));
            using var reader = new StreamReader(
                archive
                    .Entries.Single(entry => entry.Name.EndsWith(".nuspec", StringComparison.Ordinal))
                    .Open()
            );
            var nuspec = reader.ReadToEnd();
            Assert.Contains("""<license type="expression">MIT</license>""", nuspec, StringComparison.Ordinal);
            Assert.Contains("<description>", nuspec, StringComparison.Ordinal);
            Assert.DoesNotContain(Checkout.Root, nuspec, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void No_library_names_the_folder_that_it_was_built_in()
    {
        foreach (var package in feed.Packages)
        {
            using var archive = ZipFile.OpenRead(package);
            foreach (
                var entry in archive.Entries.Where(entry =>
                    entry.Name.StartsWith("ZcBench.", StringComparison.Ordinal)
                    && entry.Name.EndsWith(".dll", StringComparison.Ordinal)
                )
            )
            {
                using var bytes = new MemoryStream();
                using var content = entry.Open();
                content.CopyTo(bytes);
                foreach (var text in new[] { Encoding.UTF8, Encoding.Unicode })
                {
                    var found = bytes.ToArray().AsSpan().IndexOf(text.GetBytes(Checkout.Root));
                    Assert.True(found < 0, $"{entry.FullName} of {package} names {Checkout.Root}");
                }
            }
        }
    }

    [Fact]
    public void The_program_of_the_docs_scores_and_ranks_with_packages_alone()
    {
        // libtorch comes from where the checkout has its own: the package that brings one is half a gigabyte.
        var program = Regex.Replace(
            feed.Sample,
            "^#:package TorchSharp-cpu.*\n",
            "",
            RegexOptions.Multiline | RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(5)
        );
        Assert.InRange(program.Trim().Split('\n').Length, 5, 20);
        File.WriteAllText(Path.Combine(feed.Folder, "rank.cs"), program);
        var printed = feed.Run("dotnet", "run", "rank.cs")
            .Trim()
            .Split('\n')
            .Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => double.Parse(words[1], CultureInfo.InvariantCulture));
        Assert.Equal(["params", "wot"], printed.Keys.Order(StringComparer.Ordinal));
        var run = ScoredRun.Load(Assert.Single(Directory.GetDirectories(Path.Combine(feed.Folder, "runs"))));
        Assert.All(
            run.Columns,
            column =>
                Assert.Equal(
                    Correlation.Spearman(column.Oriented(), run.Accuracies),
                    printed[column.Proxy.Id],
                    1e-3
                )
        );
    }

    [Fact]
    public void The_tool_is_installed_and_runs()
    {
        feed.Run("dotnet", "tool", "install", "ZcBench.Tool", "--tool-path", "tools");
        var tool = Path.Combine(feed.Folder, "tools", "zcbench");
        feed.Run(tool, "run", "--sample", "6", "--batch", "4", "--proxies", "wot,params", "--out", "r");
        Assert.True(File.Exists(Path.Combine(feed.Folder, "r", "report.html")));
        Assert.Contains("all is well", feed.Run(tool, "check"), StringComparison.Ordinal);
    }
}
