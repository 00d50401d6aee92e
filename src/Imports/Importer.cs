using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Imports.Sources;
using ZcBench.Imports.Tables;

namespace ZcBench.Imports;

/// <summary>
/// Reads the official files of a benchmark and writes their accuracies as a table (docs/tables.md). A file's
/// kind is
/// detected from its content. Nothing is written before everything has been read and checked.
/// </summary>
public static class Importer
{
    /// <summary>Imports files.</summary>
    /// <exception cref="UserError">
    /// A file is damaged, foreign, of another kind than the rest, or the output cannot be written.
    /// </exception>
    /// <exception cref="OperationCanceledException">
    /// The import was stopped; nothing is left behind.
    /// </exception>
    public static ImportResult Run(
        ImportRequest request,
        IProgress<ImportProgress>? progress,
        CancellationToken stop
    )
    {
        var writer = new TableWriter(request.Output);
        writer.Check();
        var inputs = request.Paths.Select(path => (Path: path, Files: SourceFile.At(path))).ToList();
        var format = FileFormats.Of(inputs[0].Files[0]);
        Check(request, format, inputs[0].Files[0].Path);
        var clock = Stopwatch.StartNew();
        var total = inputs.Sum(input => input.Files.Sum(file => file.Length));
        var done = 0L;
        var table = new ImportedTable();
        var skipped = new List<string>();
        var notes = new List<string>();
        var sources = inputs.Select(input => Read(input.Path, input.Files)).ToList();
        progress?.Report(new(total, total, table.Architectures.Count, clock.Elapsed));
        var columns = table.Finish(out var lacking);
        string[] leftOut = [.. lacking, .. skipped.Distinct()];
        if (!columns.Any(item => item.Column.IsAccuracy))
        {
            throw new UserError(
                $"{string.Join(", ", request.Paths)}: no accuracies that every architecture has "
                    + $"({(leftOut.Length > 0 ? string.Join(", ", leftOut) : "none at all")}); "
                    + "check the files"
            );
        }

        foreach (var (column, values) in columns.Where(item => item.Column.IsAccuracy))
        {
            if (AccuracyUnits.Fault(ColumnText.Name(column), column.Target, column.Unit, values) is { } fault)
            {
                throw new UserError(
                    format.OwnColumns
                        ? $"{string.Join(", ", request.Paths)}: {fault}"
                        : $"{string.Join(", ", request.Paths)}: "
                            + $"every accuracy of {ColumnText.Name(column)} is at most 1, "
                            + "where percent was expected; multiply fractions by 100, "
                            + "or import them as CSV under a name that ends in _fraction"
                );
            }
        }

        var own = format.ProvenanceOf(SearchSpaces.Named(request.Space ?? format.Provenance.Space));
        var provenance = own with { Notes = [.. own.Notes, .. notes.Distinct()] };
        var keyColumn = table.Keys.All(key => key is not null) ? provenance.KeyColumn : null;
        var description = Description.Of(provenance, request, table, columns, leftOut, sources);
        var (count, sha256) = writer.Write(table, columns, keyColumn, description, stop);
        return new(request.Output, table.Architectures.Count, count, sha256, sources, leftOut);

        ImportedSource Read(string path, IReadOnlyList<SourceFile> files)
        {
            var listing = new StringBuilder();
            foreach (var file in files)
            {
                var found = FileFormats.Of(file);
                if (found.Id != format.Id)
                {
                    throw new UserError(
                        $"{file.Path} is of another kind ({found.Title}) "
                            + $"than {inputs[0].Files[0].Path} ({format.Title}); import one kind at a time"
                    );
                }

                var sum = format.Read(
                    new(file, request, Advance, skipped.Add, notes.Add),
                    row => table.Add(row, file.Path)
                );
                listing.Append(CultureInfo.InvariantCulture, $"{sum}  {Path.GetFileName(file.Path)}\n");
            }

            var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(path));
            var sha = Directory.Exists(path)
                ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(listing.ToString())))
                : listing.ToString(0, 64);
            return new(name, format.Title, files.Count, files.Sum(file => file.Length), sha);
        }

        void Advance(int bytes)
        {
            stop.ThrowIfCancellationRequested();
            done += bytes;
            progress?.Report(new(Math.Min(done, total - 1), total, table.Architectures.Count, clock.Elapsed));
        }
    }

    // What the user says of a file must not be passed over, nor contradict what its kind says.
    private static void Check(ImportRequest request, IFileFormat format, string path)
    {
        if (
            request.Space is { } named
            && !format.AnySpace
            && SearchSpaces.Named(named).Id is var space
            && space != format.Provenance.Space
            && !format.OtherSpaces.Contains(space)
        )
        {
            throw new UserError(
                $"{path} is a {format.Title}, so its space is {format.Provenance.Space} and not --space "
                    + $"{space}; leave --space out"
            );
        }

        if (request.Map.Count > 0 && !format.OwnColumns)
        {
            throw new UserError(
                $"{path} is a {format.Title}, and --map "
                    + $"{request.Map.First().Key}={request.Map.First().Value} is for columns of CSV only; "
                    + "leave --map out"
            );
        }
    }
}
