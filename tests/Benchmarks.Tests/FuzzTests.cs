using System.IO.Compression;
using System.Text;
using ZcBench.Benchmarks.Images;
using ZcBench.Benchmarks.Randomness;
using ZcBench.Benchmarks.Tables;
using ZcBench.Fuzzing;

namespace ZcBench.Benchmarks.Tests;

/// <summary>Damaged tables, descriptions, images and architectures.</summary>
public sealed class FuzzTests
{
    private const int Usual = 500;
    private const int Image = 3073;
    private const string First = "|nor_conv_3x3~0|+|none~0|none~1|+|avg_pool_3x3~0|none~1|skip_connect~2|";
    private const string Second = "|nor_conv_1x1~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|";
    private const string Described =
        "{\"id\": \"t\", \"title\": \"a table\", \"space\": \"nasbench201\", \"epochs\": 200, "
        + "\"seedAveraging\": \"mean of 3\", \"source\": \"s\", \"licence\": \"MIT\"}\n";
    private const string Specification =
        "{\"matrix\": [[0, 1, 1], [0, 0, 1], [0, 0, 0]], "
        + "\"ops\": [\"input\", \"conv1x1-bn-relu\", \"output\"]}";
    private static readonly byte[] Table = Bytes(
        "index,architecture,cifar10_val12,cifar10_test200,cifar10_test200_seed777,cifar10_train12_seconds\n"
            + $"0,{First},60.5,90,89.5,86.5\n1,\"{Second}\",61,91.25,,90\n"
    );
    private static readonly byte[] Cells = Bytes(
        "hash,vertices,adjacency_upper_triangle,interior_operations,params,mean_test_accuracy_108\n"
            + "a,2,1,,882570,0.8\nb,3,101,1,1920138,0.9\nc,3,101,0,10177674,0.95\n"
    );
    private static readonly byte[] Matrices = Bytes(
        "module_adjacency,module_operations,mean_test_accuracy_108\n\"[[0, 1, 0], [0, 0, 1], [0, 0, "
            + "0]]\",\"['input', 'conv3x3-bn-relu', 'output']\",0.9\n"
    );

    [Fact]
    public void A_damaged_table_is_read_or_refused() =>
        Fuzz.Read("table", Usual, [Table, Cells, Matrices, Packed(Table)], TableReader);

    [Fact]
    public void A_table_of_damaged_text_is_read_or_refused_when_it_is_packed() =>
        Fuzz.Read("packed table", Usual, [Table, Cells], TableReader, (o, r) => Packed(Mutation.Of(o, r)));

    [Fact]
    public void A_damaged_description_of_a_table_is_read_or_refused() =>
        Fuzz.Read("description", Usual, [Bytes(Described)], DescriptionReader);

    [Fact]
    public void Damaged_images_are_drawn_or_refused() =>
        Fuzz.Read(
            "images",
            Usual,
            [new byte[4 * Image], new byte[6 * Image]],
            folder => ImageReader(folder, "data_batch_1.bin"),
            (original, random) => DamagedImages(original, random, Image)
        );

    [Fact]
    public void Damaged_images_of_CIFAR_100_are_drawn_or_refused() =>
        Fuzz.Read(
            "images of CIFAR-100",
            Usual,
            [new byte[4 * (Image + 1)], new byte[6 * (Image + 1)]],
            folder => ImageReader(folder, "train.bin"),
            (original, random) => DamagedImages(original, random, Image + 1)
        );

    [Theory]
    [InlineData("nasbench201", Usual, First, Second)]
    // A hash is looked up among all cells of the space.
    [InlineData(
        "nasbench101",
        10,
        "c3:0/c1:0+1/mp:2/out:0+3",
        Specification,
        "00005c142e6f48ac74fdcf73e3439874"
    )]
    public void A_damaged_architecture_is_read_or_refused(string name, int count, params string[] texts)
    {
        var space = SearchSpaces.Named(name);
        Fuzz.Read(name, count, [.. texts.Select(Bytes)], _ => content => Read(space, content));
    }

    private static void Read(ISearchSpace space, byte[] content)
    {
        var architecture = space.Parse(Encoding.UTF8.GetString(content));
        Assert.Equal(architecture, space.Parse(architecture.Text));
        Assert.NotEmpty(space.Build(architecture, ImageTask.Cifar10).Steps);
    }

    private static Fuzz.Reader TableReader(string folder) =>
        content => Assert.NotEmpty(KnownTables.Open(Written(folder, "t.csv", content)).Architectures);

    private static Fuzz.Reader DescriptionReader(string folder)
    {
        var table = Written(folder, "t.csv", Table);
        return content =>
        {
            Written(folder, "t.json", content);
            Assert.Equal(2, KnownTables.Open(table).Architectures.Count);
        };
    }

    private static Fuzz.Reader ImageReader(string folder, string name) =>
        content =>
        {
            Written(folder, name, content);
            var images = CifarFolder.Open(folder);
            images.RequireTwoBatches(2);
            images.Draw(2, seed: 0);
            images.Draw(2, seed: 0, skip: 2);
            images.DrawOfFirst(images.Task.Classes, 2, seed: 0);
        };

    // Most faults change the length, so every second file gets its faults in what keeps it.
    private static byte[] DamagedImages(byte[] original, CounterRandom random, int record)
    {
        var damaged = Mutation.Of(original, random);
        if (random.Below(99, 2) == 0)
        {
            Array.Resize(ref damaged, (int)(random.Below(98, 6) * record));
        }

        return damaged;
    }

    private static string Written(string folder, string name, byte[] content)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static byte[] Packed(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(content);
        }

        return packed.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
