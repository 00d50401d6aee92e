using ZcBench.Reports.Across;
using ZcBench.Reports.Page;
using ZcBench.Reports.Tests.Across;
using ZcBench.Statistics.Across;
using ZcBench.Statistics.Resampling;

namespace ZcBench.Page.Tests;

/// <summary>The leaderboard of three search spaces with five tasks and four proxies.</summary>
public sealed class LeaderboardFile : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("leaderboard").FullName;
    private readonly MadeUpSpaces _spaces = new();

    public LeaderboardFile()
    {
        Analysis = AcrossAnalysis.Of(_spaces.Three(), BlockUnit.Spaces, new Bootstrap(100));
        Path = LeaderboardPage.Write(Analysis, _folder);
    }

    internal AcrossAnalysis Analysis { get; }

    public string Path { get; }

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _spaces.Dispose();
    }
}
