using System.Security.Cryptography;
using ZcBench.Benchmarks;
using ZcBench.Scores;

namespace ZcBench.Reports.Published;

/// <summary>
/// A file of scores that others published, beside which ours are put. They keep their sign, for the file
/// states no direction; what is not finite, or a known stand-in for a failure, is undefined and never a
/// number.
/// </summary>
/// <param name="File">Path as it was given.</param>
/// <param name="Checksum">SHA-256 of the file's bytes.</param>
/// <param name="Columns">The proxies, sorted by name.</param>
public sealed record PublishedScores(string File, string Checksum, IReadOnlyList<PublishedColumn> Columns)
{
    // What NAS-Bench-Suite-Zero stores for networks that have no zen score.
    private const double Sentinel = -1e8;

    /// <summary>
    /// Reads a file: JSON of NAS-Bench-Suite-Zero's layout, dataset → key of the architecture → proxy →
    /// {score, time}, or CSV with a column "architecture" and one for each proxy.
    /// </summary>
    /// <exception cref="UserError">
    /// The file is damaged, of another layout, or about another space or dataset.
    /// </exception>
    public static PublishedScores Read(string path, ISearchSpace space, string dataset)
    {
        byte[] content;
        try
        {
            content = System.IO.File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                Directory.Exists(path)
                    ? $"{path} is a folder; give the file of scores in it"
                    : $"{path} cannot be read ({fault.Message.TrimEnd('.')}); check the path of the file of "
                        + $"scores",
                fault
            );
        }

        var first = content.FirstOrDefault(octet => octet > ' ' && octet < 0x80);
        var columns = first switch
        {
            0 => throw new UserError($"{path} is empty; scores as JSON or CSV were expected"),
            (byte)'{' or (byte)'[' => SuiteZeroJson.Read(content, path, space, dataset),
            _ => PublishedCsv.Read(content, path, space),
        };
        return new(
            path,
            Convert.ToHexStringLower(SHA256.HashData(content)),
            [.. columns.OrderBy(column => column.Id, StringComparer.Ordinal)]
        );
    }

    internal static Score Value(double value) =>
        value == Sentinel ? Score.Undefined("the file holds the stand-in -1e8") : Score.Of(value);
}
