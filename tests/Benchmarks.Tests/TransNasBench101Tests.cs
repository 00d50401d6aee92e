using System.Globalization;
using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Benchmarks.Tests;

public sealed class TransNasBench101Tests
{
    private const string Table = "transnasbench101.csv";
    private static readonly ISearchSpace Micro = SearchSpaces.Named("transnasbench101-micro");
    private static readonly ISearchSpace Macro = SearchSpaces.Named("transnasbench101-macro");
    private static readonly ImageTask Objects = ImageTask.Named("class_object");

    [Theory]
    [InlineData("64-41414-1_02_333", "(1, 0, 2, 3, 3, 3)")]
    [InlineData("64-41414-0_00_000", "(0, 0, 0, 0, 0, 0)")]
    public void A_micro_text_and_its_tuple_are_one_architecture(string text, string tuple) =>
        SameArchitecture(Micro, text, tuple);

    [Theory]
    [InlineData("64-1234-basic", "(1, 2, 3, 4, 0, 0)")]
    [InlineData("64-134213-basic", "(1, 3, 4, 2, 1, 3)")]
    public void A_macro_text_and_its_tuple_are_one_architecture(string text, string tuple) =>
        SameArchitecture(Macro, text, tuple);

    [Theory]
    [InlineData("64-41414-1_02_334", "digits from 0 to 3")]
    [InlineData("64-41414-1_023_33", "one, two and three digits")]
    [InlineData("64-1234-basic", "--space transnasbench101-macro")]
    [InlineData("(1, 0, 2, 3, 3)", "a tuple has six digits")]
    [InlineData("(1, 0, 2, 3, 3, 4)", "a tuple has six digits")]
    [InlineData("|none~0|", "a text starts with 64-41414-")]
    [InlineData("12", "is an index")]
    [InlineData("", "a text starts with")]
    public void A_malformed_micro_text_is_refused(string text, string message) =>
        Refused(Micro, text, message);

    [Theory]
    [InlineData("64-1235-basic", "digits from 1 to 4")]
    [InlineData("64-124-basic", "it has 3 modules")]
    [InlineData("64-1111-basic", "0 of its modules halve")]
    [InlineData("64-3333-basic", "0 of its modules double")]
    [InlineData("64-222213-basic", "4 of its modules double")]
    [InlineData("64-41414-1_02_333", "--space transnasbench101-micro")]
    [InlineData("(1, 2, 3, 4)", "a tuple has six digits")]
    [InlineData("(1, 0, 2, 3, 4, 0)", "a tuple has six digits")]
    [InlineData("64-basic", "a text starts with")]
    public void A_malformed_macro_text_is_refused(string text, string message) =>
        Refused(Macro, text, message);

    [Fact]
    public void All_architectures_are_enumerated_once_and_read_back()
    {
        foreach (var space in new[] { Micro, Macro })
        {
            var all = space.Enumerate().ToList();
            Assert.Equal(space.Count, all.Distinct().Count());
            Assert.All(all, architecture => Assert.Equal(architecture, space.Parse(architecture.Text)));
            Assert.All(
                all,
                architecture => Assert.Equal(architecture, space.FromNasLib(space.ToNasLib(architecture)!))
            );
        }
    }

    [Fact]
    public void Of_the_micro_cells_169_are_not_connected() =>
        Assert.Equal(169, Micro.Enumerate().Count(cell => !Micro.Examine(cell)!.IsConnected));

    [Fact]
    public void Neighbours_are_other_architectures_of_the_space()
    {
        var micro = Micro.Neighbours(Micro.Parse("64-41414-1_02_333"))!.ToList();
        Assert.Equal(18, micro.Distinct().Count());
        Assert.All(
            Macro.Neighbours(Macro.Parse("64-1234-basic"))!,
            other => Assert.Equal(other, Macro.Parse(other.Text))
        );
    }

    [Theory]
    [InlineData("64-41414-1_02_333", 22_520_608, 4_585_947_136)]
    [InlineData("64-4111-basic", 2_317_600, 2_438_463_488)]
    [InlineData("64-2311-basic", 2_334_240, 4_065_853_440)]
    public void Backbones_have_the_published_sizes(string text, long parameters, long macs)
    {
        var (space, architecture) = Read(text);
        var task = Objects with { Classes = 0 };
        Assert.Equal(parameters, space.Parameters(architecture, task));
        Assert.Equal(macs, space.Macs(architecture, task));
    }

    [Fact]
    public void Closed_forms_equal_the_count_over_the_network()
    {
        foreach (var space in new[] { Micro, Macro })
        {
            foreach (var architecture in space.Enumerate().Where((_, i) => i % 97 == 0))
            {
                foreach (var side in new[] { 32, 50, 64, 256 })
                {
                    var task = Objects.OfSide(side);
                    var network = space.Build(architecture, task);
                    Assert.Equal(space.Parameters(architecture, task), network.Parameters);
                    Assert.Equal(space.Macs(architecture, task), network.Macs);
                }
            }
        }
    }

    [Fact]
    public void Parameters_and_operations_equal_every_row_of_the_table()
    {
        var lines = File.ReadLines(SharedData.Find(Table)).ToList();
        var header = lines[0].Split(',');
        var (text, parameters, macs) = (
            Array.IndexOf(header, "architecture"),
            Array.IndexOf(header, "backbone_params"),
            Array.IndexOf(header, "backbone_macs_256")
        );
        var task = Objects with { Classes = 0 };
        Assert.Equal(7_352, lines.Count - 1);
        foreach (var fields in lines.Skip(1).Select(line => line.Split(',')))
        {
            var (space, architecture) = Read(fields[text]);
            Assert.Equal(
                long.Parse(fields[parameters], CultureInfo.InvariantCulture),
                space.Parameters(architecture, task)
            );
            Assert.Equal(
                long.Parse(fields[macs], CultureInfo.InvariantCulture),
                space.Macs(architecture, task)
            );
        }
    }

    // Millions of parameters with the heads that NASLib took: 100 and 63 classes, nine tiles side by side for
    // jigsaw, decoders for the dense tasks.
    [Theory]
    [InlineData("nbsz_tnb101_micro.csv", "transnasbench101-micro", 7 * 711)]
    [InlineData("nbsz_tnb101_macro.csv", "transnasbench101-macro", 2 * 662 + 5 * 725)]
    public void Parameters_equal_every_row_of_the_published_scores(string file, string id, int count)
    {
        var space = SearchSpaces.Named(id);
        var rows = 0;
        foreach (var line in File.ReadLines(SharedData.Find(file)).Skip(1))
        {
            var (start, end) = (line.IndexOf('"', StringComparison.Ordinal), line.LastIndexOf('"'));
            var architecture = space.FromNasLib(line[(start + 1)..end])!;
            var millions = double.Parse(line.Split(',')[^2], CultureInfo.InvariantCulture);
            var network = space.Build(architecture, Objects.OfSide(32));
            var channels = ((Classifier)network.Steps[^1].Operation).In;
            var backbone = space.Parameters(architecture, Objects with { Classes = 0 });
            Assert.Equal(
                millions,
                (backbone + Head(line[..line.IndexOf(',', StringComparison.Ordinal)], channels)) / 1e6,
                9
            );
            rows++;
        }

        Assert.Equal(count, rows);
    }

    [Fact]
    public void Tasks_say_what_networks_are_judged_by_and_whether_images_have_classes()
    {
        Assert.True(Objects.HasClassLabels);
        Assert.True(ImageTask.Named("jigsaw").HasClassLabels);
        foreach (var name in new[] { "room_layout", "segmentsemantic", "normal", "autoencoder" })
        {
            Assert.False(ImageTask.Named(name).HasClassLabels);
        }

        Assert.Equal("ssim", ImageTask.Named("normal").Metric.Name);
        Assert.Equal(10, ImageTask.Named("jigsaw").TrainingEpochs);
    }

    [Fact]
    public void A_task_is_named_with_the_side_of_its_images()
    {
        var small = ImageTask.Named("class_object@32");
        Assert.Equal(new(3, 32, 32), small.Image);
        Assert.Equal("class_object", small.Dataset);
        Assert.Equal("class_object@32", small.Name);
        Assert.Equal("class_object", Objects.OfSide(256).Name);
        Assert.Throws<UserError>(() => ImageTask.Named("class_object@"));
        Assert.Throws<UserError>(() => ImageTask.Named("class_object@7"));
    }

    private static long Head(string task, long channels) =>
        task switch
        {
            "class_object" => (channels + 1) * 100,
            "class_scene" => (channels + 1) * 63,
            "room_layout" => (channels + 1) * 9,
            "jigsaw" => (9 * channels + 1) * 1000,
            "segmentsemantic" => 6_305_585 + 9_216 * channels,
            _ => 18_153_267 + 9_216 * channels,
        };

    private static (ISearchSpace Space, Architecture Architecture) Read(string text)
    {
        var space = text.EndsWith("basic", StringComparison.Ordinal) ? Macro : Micro;
        return (space, space.Parse(text));
    }

    private static void SameArchitecture(ISearchSpace space, string text, string tuple)
    {
        Assert.Equal(text, space.Parse(text).Text);
        Assert.Equal(text, space.Parse(tuple).Text);
        Assert.Equal(text, space.Parse(tuple.Replace('(', '[').Replace(')', ']')).Text);
        Assert.Equal(tuple, space.ToNasLib(space.Parse(text)));
    }

    private static void Refused(ISearchSpace space, string text, string message)
    {
        var error = Assert.Throws<UserError>(() => space.Parse(text));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
