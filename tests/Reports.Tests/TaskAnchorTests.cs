using System.Globalization;
using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Tables;
using ZcBench.Reports.Analysis;
using ZcBench.Statistics;
using ZcBench.Statistics.Catalogue;

namespace ZcBench.Reports.Tests;

/// <summary>
/// Rank correlations that are known of the whole tables of TransNAS-Bench-101 and NAS-Bench-Macro, to three
/// digits. Of the first, every accuracy is the best over the epochs.
/// </summary>
public sealed class TaskAnchorTests
{
    private const double HalfADigit = 0.00051;
    private const string Micro = "transnasbench101-micro";
    private const string Macro = "transnasbench101-macro";

    [Theory]
    [InlineData(Micro, "class_scene", .621, .440, .635, .450, .939, .804)]
    [InlineData(Micro, "class_object", .533, .364, .545, .373, .851, .691)]
    [InlineData(Micro, "room_layout", .385, .244, .386, .243, .933, .796)]
    [InlineData(Micro, "jigsaw", .450, .300, .459, .306, .997, .959)]
    [InlineData(Micro, "segmentsemantic", .633, .450, .649, .463, .939, .808)]
    [InlineData(Micro, "normal", .645, .460, .657, .470, .992, .929)]
    [InlineData(Micro, "autoencoder", -.036, -.026, -.045, -.033, .998, .968)]
    [InlineData(Macro, "class_scene", .337, .230, .846, .652, .952, .808)]
    [InlineData(Macro, "class_object", .007, .005, .656, .468, .842, .646)]
    [InlineData(Macro, "room_layout", .050, .033, .276, .183, .744, .547)]
    [InlineData(Macro, "jigsaw", .180, .121, .633, .451, .993, .928)]
    [InlineData(Macro, "segmentsemantic", .063, .042, .788, .589, .939, .780)]
    [InlineData(Macro, "normal", .340, .230, .845, .654, .993, .930)]
    [InlineData(Macro, "autoencoder", -.180, -.122, .538, .374, .999, .978)]
    public void Sizes_and_validation_of_TransNAS_correlate_with_test_as_known(
        string space,
        string dataset,
        double paramsRho,
        double paramsTau,
        double macsRho,
        double macsTau,
        double validationRho,
        double validationTau
    )
    {
        var table = TransNas(space);
        var searched = SearchSpaces.Named(space);
        var test = table.Accuracies(table.Find(dataset, Split.Test));
        var backbone = ImageTask.Named("class_object") with { Classes = 0 };
        Check(paramsRho, paramsTau, Count(table, item => searched.Parameters(item, backbone)), test);
        Check(macsRho, macsTau, Count(table, item => searched.Macs(item, backbone)), test);
        Check(
            validationRho,
            validationTau,
            [.. table.Accuracies(table.Find(dataset, Split.Validation))],
            test
        );
    }

    [Theory]
    [InlineData("class_scene", .616, .436)]
    [InlineData("room_layout", .354, .222)]
    [InlineData("autoencoder", -.105, -.072)]
    public void Parameters_of_connected_cells_correlate_as_known(string dataset, double rho, double tau)
    {
        var table = TransNas(Micro);
        var space = SearchSpaces.Named(Micro);
        var task = ImageTask.Named("class_object");
        var test = table.Accuracies(table.Find(dataset, Split.Test));
        int[] rows =
        [
            .. Enumerable
                .Range(0, test.Count)
                .Where(row => space.Examine(table.Architectures[row])!.IsConnected),
        ];
        Assert.Equal(3927, rows.Length);
        Check(
            rho,
            tau,
            [.. rows.Select(row => (double)space.Parameters(table.Architectures[row], task))],
            [.. rows.Select(row => test[row])]
        );
    }

    [Theory]
    [InlineData("nbsz_tnb101_micro.csv", Micro, "nwot", "normal", 711, .598, .427)]
    [InlineData("nbsz_tnb101_micro.csv", Micro, "snip", "autoencoder", 711, -.322, -.249)]
    [InlineData("nbsz_tnb101_micro.csv", Micro, "jacov", "jigsaw", 691, .529, .355)]
    [InlineData("nbsz_tnb101_micro.csv", Micro, "l2_norm", "room_layout", 711, .198, .124)]
    [InlineData("nbsz_tnb101_macro.csv", Macro, "nwot", "segmentsemantic", 725, .913, .737)]
    [InlineData("nbsz_tnb101_macro.csv", Macro, "grasp", "class_object", 662, -.636, -.442)]
    [InlineData("nbsz_tnb101_macro.csv", Macro, "fisher", "autoencoder", 725, -.153, -.100)]
    [InlineData("nbsz_tnb101_macro.csv", Macro, "flops", "class_scene", 662, .827, .637)]
    public void Published_scores_correlate_as_known(
        string file,
        string spaceId,
        string score,
        string dataset,
        int count,
        double rho,
        double tau
    )
    {
        var table = TransNas(spaceId);
        var space = SearchSpaces.Named(spaceId);
        var test = table
            .Architectures.Zip(table.Accuracies(table.Find(dataset, Split.Test)))
            .ToDictionary(item => item.First.Text, item => item.Second, StringComparer.Ordinal);
        var lines = File.ReadAllLines(SharedData.File(file));
        var place = Array.IndexOf(Fields(lines[0]), score);
        var rows = lines
            .Skip(1)
            .Select(Fields)
            .Where(fields => fields[0] == dataset)
            .Select(fields =>
                (
                    Score: double.Parse(fields[place], CultureInfo.InvariantCulture),
                    Test: test[space.FromNasLib(fields[2])!.Text]
                )
            )
            .Where(row => row.Score > -1e8)
            .ToList();
        Assert.Equal(count, rows.Count);
        Check(rho, tau, [.. rows.Select(row => row.Score)], [.. rows.Select(row => row.Test)]);
    }

    [Fact]
    public void Sizes_and_trainings_of_NAS_Bench_Macro_correlate_as_known()
    {
        var table = KnownTables.Open(SharedData.File("nasbenchmacro.csv"));
        Assert.Equal((3969, 2592), (table.Architectures.Count, table.Repeats));
        var space = SearchSpaces.Named(table.Description.Space);
        var target = table.Find("cifar10", Split.Test);
        var test = table.Accuracies(target);
        Check(.315, .216, Count(table, item => space.Parameters(item, ImageTask.Cifar10)), test);
        Check(.738, .546, Count(table, item => space.Macs(item, ImageTask.Cifar10)), test);
        Check(.821, .679, Count(table, item => item.Text.Count(digit => digit != '0')), test);
        Check(.806, .647, Count(table, item => item.Text.Sum(digit => digit - '0')), test);
        var runs = table.Trials(target);
        Check(.979, .880, [.. runs["run1"]], runs["run2"]);
        Check(.978, .878, [.. runs["run1"]], runs["run3"]);
        Check(.979, .879, [.. runs["run2"]], runs["run3"]);
        var ceiling = NoiseCeiling.Of(space, table, target)!;
        Assert.Equal((3, 3969), (ceiling.Trainings, ceiling.Architectures));
        Assert.Equal(.979, ceiling.Rho.Value!.Value, HalfADigit);
        Assert.Equal(.879, ceiling.Tau.Value!.Value, HalfADigit);
    }

    private static BenchmarkTable TransNas(string space) =>
        KnownTables.Open(SharedData.File("transnasbench101.csv"), space);

    private static double[] Count(BenchmarkTable table, Func<Architecture, double> count) =>
        [.. table.Architectures.Select(count)];

    private static void Check(double rho, double tau, double[] scores, IReadOnlyList<double> truth)
    {
        var sample = new Sample(scores, [.. truth]);
        Assert.Equal(rho, new Spearman().Compute(sample).Value!.Value, HalfADigit);
        Assert.Equal(tau, new KendallTauB().Compute(sample).Value!.Value, HalfADigit);
    }

    // The tuple of an architecture is quoted, and holds the only commas inside a field.
    private static string[] Fields(string line)
    {
        var parts = line.Split('"');
        return parts.Length == 1
            ? line.Split(',')
            : [.. parts[0].TrimEnd(',').Split(','), parts[1], .. parts[2].TrimStart(',').Split(',')];
    }
}
