using System.CommandLine;
using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Cli.Terminal;
using ZcBench.Imports;

namespace ZcBench.Cli.Commands;

/// <summary>zcbench import: official files of a benchmark → table.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var files = new Argument<string[]>("files")
        {
            Description =
                "Files of one kind, or folders of such files: " + string.Join(", ", FileFormats.Titles),
            Arity = ArgumentArity.OneOrMore,
        };
        var output = new Option<string>("--out")
        {
            Description =
                "CSV file to write; its description is written beside it as JSON. Neither may exist",
            Required = true,
        };
        var space = new Option<string?>("--space")
        {
            Description = "Search space of CSV or JSON; nasbench201 if not given (zcbench ls spaces)",
        }.Checked(name => SearchSpaces.Named(name));
        var map = new Option<string[]>("--map")
        {
            Description =
                "For CSV: TABLE_COLUMN=FILE_COLUMN, for example cifar10_test200=test_acc "
                + "or architecture=cell; with it, all other columns are left out",
            AllowMultipleArgumentsPerToken = true,
        };
        var command = new Command(
            "import",
            "Make a table from a benchmark's official files; their type is detected from their content"
        )
        {
            files,
            output,
            space,
            map,
        };
        // On a thread of its own, so that Ctrl-C is heard while it works.
        command.SetAction(
            (parsed, stop) =>
                Task.Run(
                    () =>
                        Run(
                            new(
                                parsed.GetValue(files)!,
                                parsed.GetValue(output)!,
                                parsed.GetValue(space) is { } named ? SearchSpaces.Named(named).Id : null,
                                Pairs(parsed.GetValue(map) ?? [])
                            ),
                            stop
                        ),
                    CancellationToken.None
                )
        );
        return command;
    }

    private static int Run(ImportRequest request, CancellationToken stop)
    {
        ImportResult result;
        try
        {
            result = ProgressDisplay.During(progress => Importer.Run(request, progress, stop));
        }
        catch (OperationCanceledException fault)
        {
            throw new OperationCanceledException("nothing was written", fault, stop);
        }

        foreach (var column in result.LeftOut)
        {
            Console.Error.WriteLine($"left out: {column}");
        }

        foreach (var source in result.Sources)
        {
            var files =
                source.Files == 1
                    ? ""
                    : string.Create(CultureInfo.InvariantCulture, $", {source.Files} files");
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"read   {source.Name} ({source.Format}{files}, {source.Bytes} bytes), "
                        + $"SHA-256 {source.Sha256}"
                )
            );
        }

        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"wrote  {result.Output}, {result.Rows} rows, {result.Columns} columns, "
                    + $"SHA-256 {result.Sha256}"
            )
        );
        return ExitCode.Done;
    }

    private static Dictionary<string, string> Pairs(string[] map)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in map)
        {
            if (pair.Split('=', 2) is not [{ Length: > 0 } target, { Length: > 0 } source])
            {
                throw new UserError(
                    $"--map '{pair}' is not of the form TABLE_COLUMN=FILE_COLUMN; "
                        + "write it like cifar10_test200=test_acc"
                );
            }

            if (!pairs.TryAdd(target, source))
            {
                throw new UserError($"--map names '{target}' twice; name each column of the table once");
            }
        }

        return pairs;
    }
}
