using System.Security.Cryptography;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Scores.Published;

namespace ZcBench.Imports.Published;

/// <summary>Reads scores that others published.</summary>
public static class PublishedScoresFile
{
    /// <summary>
    /// Reads a file: JSON of NAS-Bench-Suite-Zero's layout, dataset → key of the architecture → proxy →
    /// {score, time}, or CSV with a column "architecture" and one for each proxy, either of them also packed
    /// by gzip. Beside the file may lie what it does not say of its columns
    /// (<see cref="ScoresDescription"/>).
    /// </summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="space">The space of its architectures.</param>
    /// <param name="dataset">The dataset whose scores are read, where the file tells several apart.</param>
    /// <param name="byIndex">
    /// The architecture of a number in the benchmark, for files that name architectures so; null for none.
    /// </param>
    /// <exception cref="UserError">
    /// The file is damaged, of another layout, or about another space or dataset.
    /// </exception>
    public static PublishedScores Read(
        string path,
        ISearchSpace space,
        string dataset,
        Func<long, Architecture?>? byIndex = null
    )
    {
        byte[] content;
        try
        {
            content = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new UserError(
                Directory.Exists(path)
                    ? $"{path} is a folder; give the file of scores in it"
                    : $"{path} cannot be read ({fault.Message.TrimEnd('.')}); "
                        + "check the path of the file of scores",
                fault
            );
        }

        var sum = Convert.ToHexStringLower(SHA256.HashData(content));
        content = Gzip.IsPacked(content) ? Gzip.Unpack(content, path) : content;
        var first = content.FirstOrDefault(octet => octet > ' ' && octet < 0x80);
        var columns = first switch
        {
            0 => throw new UserError($"{path} is empty; scores as JSON or CSV were expected"),
            (byte)'{' or (byte)'[' => PublishedJson.Read(content, path, space, dataset),
            _ => ScoresDescription.Beside(path).Describe(PublishedCsv.Read(content, path, space, byIndex)),
        };
        return new(path, sum, [.. columns.OrderBy(column => column.Id, StringComparer.Ordinal)]);
    }
}
