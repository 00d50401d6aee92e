using System.IO.Compression;
using System.Text;
using ZcBench.Benchmarks.Tables;

namespace ZcBench.Benchmarks.Tests;

public sealed class TableTests : IDisposable
{
    private const string First = "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|";
    private const string Second = "|none~0|+|none~0|none~1|+|skip_connect~0|none~1|none~2|";
    private const string Own =
        "hash,vertices,adjacency_upper_triangle,interior_operations,params,mean_test_accuracy_108\n";
    private static readonly Target Jigsaw = new("jigsaw", Split.Test, 10);
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void The_embedded_table_holds_256_architectures_and_three_datasets()
    {
        var table = KnownTables.Open(KnownTables.Default);
        Assert.Equal(256, table.Architectures.Count);
        Assert.Equal(
            ["cifar10 test@200", "cifar100 test@200", "ImageNet16-120 test@200"],
            table.Targets.Select(t => t.ToString())
        );
        Assert.Equal(85.86, table.Accuracies(new("cifar10", Split.Test, 200))[0]);
        Assert.Equal("MIT", table.Description.Licence);
    }

    [Fact]
    public void A_file_is_read_by_its_column_names()
    {
        var table = Read(
            "architecture,cifar10_val12,cifar10_test200,params_cifar10\n"
                + $"{First},10,10.5,1\n{Second},60,70,2\n"
        );
        Assert.Equal([10.5, 70], table.Accuracies(table.Find("cifar10", Split.Test)));
        Assert.Equal(12, table.Find("cifar10", Split.Validation).Epochs);
    }

    [Fact]
    public void A_column_of_training_times_is_read_in_seconds_and_others_of_seconds_are_not()
    {
        var table = Read(
            "architecture,cifar10_val12,cifar10_train12_seconds,cifar10_gpu_seconds\n"
                + $"{First},10,86.5,x\n{Second},60,0,y\n"
        );
        Assert.Equal([86.5, 0], table.TrainingSeconds("cifar10", 12));
        Assert.Null(table.TrainingSeconds("cifar10", 200));
    }

    [Theory]
    [InlineData(
        "architecture,cifar10_val12,cifar10_train12_seconds\n" + First + ",10,-1\n",
        "line 2: cifar10_train12_seconds is '-1'"
    )]
    [InlineData(
        "architecture,cifar10_val12,cifar10_train12_seconds\n" + First + ",10,inf\n",
        "but must be empty or a number from 0"
    )]
    [InlineData(
        "architecture,cifar10_val12,cifar10_train12_seconds,CIFAR10_train12_seconds\n" + First + ",10,1,2\n",
        "line 1: two columns hold the same as"
    )]
    [InlineData(
        "architecture,cifar10_wrong\n" + First + ",10\n",
        "line 1: column 'cifar10_wrong' is unknown"
    )]
    [InlineData("cifar10_test200\n10\n", "line 1: there is no column 'architecture'")]
    [InlineData("architecture,cifar10_test200\n" + First + ",10\n" + First + ",11\n", "line 3: architecture")]
    [InlineData("architecture,cifar10_test200\n" + First + ",101\n", "line 2: cifar10_test200 is '101'")]
    [InlineData("architecture,cifar10_test200\n" + First + ",-1\n", "line 2: cifar10_test200 is '-1'")]
    [InlineData(
        "architecture,cifar10_test200,cifar10_test200_seed7\n" + First + ",10,101\n",
        "line 2: cifar10_test200_seed7 is '101'"
    )]
    [InlineData(
        "architecture,cifar10_test200,cifar10_train12_seconds\n" + First + ",10,-1\n",
        "line 2: cifar10_train12_seconds is '-1'"
    )]
    [InlineData(
        "architecture,cifar10_test200,cifar10_test200_seed7,cifar10_test200_seed7_fraction\n"
            + First
            + ",10,10,0.1\n",
        "line 1: two columns hold the same as"
    )]
    [InlineData("architecture,cifar10_test200\n" + First + ",NaN\n", "line 2: cifar10_test200 is 'NaN'")]
    [InlineData("architecture,cifar10_test200\n" + First + ",\n", "line 2: cifar10_test200 is ''")]
    [InlineData("architecture,cifar10_test200\n" + First + "\n", "line 2: 1 fields where the header has 2")]
    [InlineData(
        "architecture,cifar10_test200\n" + First + ",10\n" + Second + ",7",
        "line 3: the file does not end with a line break"
    )]
    [InlineData(
        "architecture,cifar10_test200\n|none~0|,10\n",
        "line 2: '|none~0|' is not a NAS-Bench-201 architecture"
    )]
    [InlineData("architecture,cifar10_test200\n", "holds a header and no rows")]
    [InlineData("architecture,cifar10_test200\n\"" + First + ",10\n", "line 2")]
    public void A_damaged_file_is_refused_with_its_line(string content, string message)
    {
        var error = Assert.Throws<UserError>(() => Read(content));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "architecture;cifar10_test200\n" + First + ";10\n",
        "separates its columns by ';', where commas were expected"
    )]
    [InlineData("architecture\tcifar10_test200\n" + First + "\t10\n", "separates its columns by tabs")]
    [InlineData("architecture,cifar10_test200\r" + First + ",10\r", "ends its lines with CR alone")]
    [InlineData("PK\u0003\u0004architecture", "is a zip archive; unpack it first")]
    [InlineData("BZh9", "is packed by bzip2; unpack it first")]
    [InlineData("architecture,\0", "is not a text file")]
    public void What_is_not_comma_separated_text_is_refused_by_what_it_is(string content, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<UserError>(() => Read(content)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(false, true)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void Utf16_text_is_refused_as_such(bool bigEndian, bool mark)
    {
        var encoding = new UnicodeEncoding(bigEndian, mark);
        File.WriteAllBytes(
            _path,
            [.. encoding.GetPreamble(), .. encoding.GetBytes($"architecture,cifar10_test200\n{First},10\n")]
        );
        Assert.Contains(
            "is UTF-16 text",
            Assert.Throws<UserError>(() => KnownTables.Open(_path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_as_such()
    {
        File.WriteAllBytes(
            _path,
            Encoding.Latin1.GetBytes($"architecture,cifar10_test200,n\u00e9_seconds\n{First},10,1\n")
        );
        Assert.Contains(
            "not UTF-8",
            Assert.Throws<UserError>(() => KnownTables.Open(_path)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_byte_order_mark_and_line_ends_of_windows_are_read()
    {
        File.WriteAllText(_path, $"architecture,cifar10_test200\r\n{First},10\r\n", new UTF8Encoding(true));
        Assert.Equal([10.0], KnownTables.Open(_path).Accuracies(new("cifar10", Split.Test, 200)));
    }

    [Theory]
    [InlineData(",architecture,cifar10_test200\n0," + First + ",10\n", "line 1: column 1 has no name")]
    [InlineData("architecture,cifar10_test200,\n" + First + ",10,\n", "line 1: column 3 has no name")]
    [InlineData("architecture, ,cifar10_test200\n" + First + ",1,10\n", "line 1: column 2 has no name")]
    [InlineData(
        "architecture,CIFAR-10_test200\n" + First + ",10\n",
        "of the dataset 'CIFAR-10', which is unknown; did you mean 'cifar10'? (known are cifar10, "
    )]
    [InlineData(
        "architecture,cifar10_test200,svnh_val12_seed7\n" + First + ",10,1\n",
        "of the dataset 'svnh', which is unknown"
    )]
    [InlineData(
        "architecture,cifar10_test200,cfar10_train200_seconds\n" + First + ",10,1\n",
        "of the dataset 'cfar10', which is unknown; did you mean 'cifar10'?"
    )]
    [InlineData(
        "index,cifar10_test200\n7,10\n",
        "there is no column 'architecture', "
            + "and an index says which architecture a row is only in its own table"
    )]
    public void A_header_that_names_nothing_known_is_refused(string content, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<UserError>(() => Read(content)).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "cifar10_test200",
        "0.94",
        "0.1",
        "cifar10_test200 is read in percent, but its largest value is 0.94; "
            + "if these are fractions, name the column cifar10_test200_fraction"
    )]
    [InlineData(
        "cifar10_test_accuracy_percent",
        "1",
        "0.1",
        "name the column cifar10_test_accuracy_fraction"
    )]
    [InlineData(
        "cifar10_test200,cifar10_test200_seed7",
        "94,0.94",
        "10,",
        "cifar10_test200_seed7 is read in percent"
    )]
    public void Fractions_in_a_column_of_percents_are_refused(
        string columns,
        string first,
        string second,
        string message
    ) =>
        Assert.Contains(
            message,
            Assert
                .Throws<UserError>(() =>
                    Read($"architecture,{columns}\n{First},{first}\n{Second},{second}\n")
                )
                .Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void One_accuracy_above_one_percent_makes_a_column_of_percents() =>
        Assert.Equal(
            [0.8, 1.1],
            Read($"architecture,cifar10_test200\n{First},0.8\n{Second},1.1\n")
                .Accuracies(new("cifar10", Split.Test, 200))
        );

    [Fact]
    public void A_description_needs_an_id_and_a_space_only()
    {
        var beside = Path.ChangeExtension(_path, ".json");
        try
        {
            File.WriteAllText(beside, """{"id": "mine", "space": "nasbench201"}""");
            var described = Read($"architecture,cifar10_test_accuracy_percent\n{First},10\n").Description;
            Assert.Equal(
                new("mine", "mine", "nasbench201", 200, "not stated", "not stated", "not stated"),
                described
            );
            Refused("""{"title": "t", "licence": "MIT"}""", "lacks id and space; add them");
            Refused("""{"id": "mine", "licence": "MIT"}""", "lacks space; add it");
            Refused("""{"space": "nasbench201"}""", "lacks id; add it");
            Refused(
                """{"id": "mine", "space": "nasbench202"}""",
                ".json: search space 'nasbench202' is unknown"
            );
            Refused("null", "is not the JSON description of a table");
        }
        finally
        {
            File.Delete(beside);
        }

        void Refused(string json, string message)
        {
            File.WriteAllText(beside, json);
            Assert.Contains(
                message,
                Assert.Throws<UserError>(() => KnownTables.Open(_path)).Message,
                StringComparison.Ordinal
            );
        }
    }

    [Theory]
    [InlineData(
        "architecture,cifar10_test200\n\"(4, 0, 3, 1, 4, 3)\",80\n",
        "nasbench201",
        "|avg_pool_3x3~0|+|skip_connect~0|none~1|+|nor_conv_1x1~0|avg_pool_3x3~1|nor_conv_1x1~2|"
    )]
    [InlineData(
        "hash,mean_test_accuracy_108\n02e5a0247bbdcf2860b7e96f74961594,0.94\n",
        "nasbench101",
        "c1:0/c3:0/mp:2/c3:3/c3:0+1+4/out:0+5"
    )]
    [InlineData(
        "architecture,cifar10_test108\n02e5a0247bbdcf2860b7e96f74961594,94\n",
        "nasbench101",
        "c1:0/c3:0/mp:2/c3:3/c3:0+1+4/out:0+5"
    )]
    [InlineData(
        "module_adjacency,module_operations,cifar10_test108\n\"[[0, 1, 1], [0, 0, 1], [0, 0, "
            + "0]]\",\"['input', 'conv3x3-bn-relu', 'output']\",94\n",
        "nasbench101",
        "c3:0/out:0+1"
    )]
    public void Architectures_are_read_as_people_have_them(string content, string space, string text)
    {
        File.WriteAllText(_path, content);
        Assert.Equal(text, KnownTables.Open(_path, space).Architectures[0].Text);
    }

    [Fact]
    public void A_fraction_is_known_by_its_columns_name_and_read_as_percent()
    {
        var table = Read(
            "architecture,cifar10_test200_fraction,cifar10_val_accuracy_fraction\n"
                + $"{First},0.9431,1\n{Second},0.1,0\n"
        );
        Assert.Equal([94.31, 10], table.Accuracies(new("cifar10", Split.Test, 200)));
        Assert.Equal([100, 0], table.Accuracies(new("cifar10", Split.Validation, 200)));
    }

    [Fact]
    public void Trainings_seconds_and_parameters_beside_the_accuracies_are_read_and_may_be_missing()
    {
        var table = Read(
            "architecture,cifar10_test200,cifar10_test200_seed777,cifar10_test200_seed888_fraction,"
                + "cifar100_valtest200,cifar10_train12_seconds,params_cifar10\n"
                + $"{First},10,9,0.11,1,86.5,73306\n{Second},60,60,,2,,\n"
        );
        var trials = table.Trials(new("cifar10", Split.Test, 200));
        Assert.Equal(["seed777", "seed888"], trials.Keys);
        Assert.Equal([11, double.NaN], trials["seed888"]);
        Assert.Equal([86.5, double.NaN], table.TrainingSeconds("cifar10", 12)!);
        Assert.Equal([73_306, double.NaN], table.Parameters("cifar10")!);
        Assert.Null(table.TrainingSeconds("cifar10", 200));
        Assert.Empty(table.Trials(new("cifar100", Split.Test, 200)));
        Assert.Equal(["cifar10 test@200"], table.Targets.Select(target => target.ToString()));
    }

    [Fact]
    public void Tasks_of_other_metrics_are_read_in_their_units_and_losses_with_their_sign_turned()
    {
        var table = Read(
            "space,architecture,normal_test_ssim_best,room_layout_test_loss,room_layout_val_neg_loss_best,"
                + "segmentsemantic_test_mIoU_best,segmentsemantic_test_acc_best,jigsaw_test10,"
                + "class_object_seconds,backbone_params\n"
                + "macro,64-4111-basic,0.57,0.63,-0.67,28.4,94.9,93.4,5438,2317600\n"
        );
        Assert.Equal("transnasbench101-macro", table.Description.Space);
        Assert.Equal([0.57], table.Accuracies(new("normal", Split.Test, 30)));
        Assert.Equal([-0.63], table.Accuracies(table.Find("room_layout", Split.Test)));
        Assert.Equal([-0.67], table.Accuracies(table.Find("room_layout", Split.Validation)));
        Assert.Equal([28.4], table.Accuracies(table.Find("segmentsemantic", Split.Test)));
        Assert.Equal([94.9], table.Accuracies(new("segmentsemantic", Split.Test, 30, "acc")));
        Assert.Equal("segmentsemantic test@30 mean IoU", table.Find("segmentsemantic", Split.Test).Title);
        Assert.Equal([5438], table.TrainingSeconds("class_object", 25));
        Assert.Contains("best of all epochs", table.Description.Provenance, StringComparison.Ordinal);
        Assert.Equal("jigsaw", table.UsualDataset);
    }

    [Theory]
    [InlineData("normal_test_ssim", "1.2", "SSIM is a number in [-1, 1]")]
    [InlineData("room_layout_test_neg_loss", "0.3", "negative loss is a number up to 0")]
    [InlineData("room_layout_test_loss", "-0.3", "a loss is a number from 0")]
    [InlineData("class_scene_test_ssim", "0.3", "networks for class_scene are judged by top1")]
    [InlineData("room_layout_test_acc", "0.3", "networks for room_layout are judged by neg_loss")]
    public void A_value_outside_its_metric_is_refused(string column, string value, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<UserError>(() => Read($"architecture,{column}\n64-4111-basic,{value}\n")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Of_a_file_of_two_spaces_the_rows_of_the_named_one_are_read()
    {
        File.WriteAllText(
            _path,
            "space,architecture,jigsaw_test10\nmacro,64-4111-basic,90\nmicro,64-41414-1_02_333,80\n"
        );
        Assert.Equal([80.0], KnownTables.Open(_path, "transnasbench101-micro").Accuracies(Jigsaw));
        Assert.Equal([90.0], KnownTables.Open(_path, "transnasbench101-macro").Accuracies(Jigsaw));
        Assert.Contains(
            "holds architectures of transnasbench101-macro and, from line 3, of transnasbench101-micro; "
                + "name one of them with --space",
            Assert.Throws<UserError>(() => KnownTables.Open(_path)).Message,
            StringComparison.Ordinal
        );
        File.WriteAllText(_path, "space,architecture,jigsaw_test10\nnano,64-4111-basic,90\n");
        Assert.Contains(
            "line 2: space is 'nano', which is unknown",
            Assert.Throws<UserError>(() => KnownTables.Open(_path, "transnasbench101-macro")).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Rows_that_repeat_anothers_training_are_left_out()
    {
        var table = Read(
            "architecture,trained_as,cifar10_test_run1,cifar10_test_run2,cifar10_test_mean,params,flops\n"
                + "00001000,00010000,50,52,51,1,2\n00010000,00010000,50,52,51,1,2\n"
                + "00000021,00000210,60,62,61,3,4\n"
        );
        Assert.Equal("nasbenchmacro", table.Description.Space);
        Assert.Equal(["00010000", "00000021"], table.Architectures.Select(item => item.Text));
        Assert.Equal(1, table.Repeats);
        var target = table.Find("cifar10", Split.Test);
        Assert.Equal(50, target.Epochs);
        Assert.Equal([51.0, 61], table.Accuracies(target));
        Assert.Equal([52.0, 62], table.Trials(target)["run2"]);
        Assert.Equal([1.0, 3], table.Parameters("cifar10")!);
    }

    [Fact]
    public void Cifar10_valid_is_a_dataset_of_its_own()
    {
        var table = Read(
            $"architecture,cifar10-valid_val12,cifar10_valid_test12,cifar10_test12\n{First},10,11,12\n"
        );
        Assert.Equal(
            ["cifar10 test@12", "cifar10-valid val@12", "cifar10-valid test@12"],
            table.Targets.Select(target => target.ToString())
        );
    }

    [Fact]
    public void A_table_of_the_benchmarks_own_columns_is_recognised_by_them()
    {
        var table = Read(
            Own + "00005c142e6f48ac74fdcf73e3439874,7,100110100001001010101,02001,8555530,0.920606\n"
        );
        Assert.Equal("nasbench101", table.Description.Space);
        Assert.Equal("c3:0/mp:1/c3:2/c3:0/c1:0+3+4/out:2+5", table.Architectures[0].Text);
        Assert.Equal([92.0606], table.Accuracies(table.Find("cifar10", Split.Test)));
        Assert.Equal(108, table.Find("cifar10", Split.Test).Epochs);
    }

    [Theory]
    [InlineData(
        "h,8,1,02,1,0.9\n",
        "line 2: '8 1 02' is not a NAS-Bench-101 architecture: vertices must be 2 to 7"
    )]
    [InlineData(
        "h,3,1111,0,1,0.9\n",
        "line 2: '3 1111 0' is not a NAS-Bench-101 architecture: the upper triangle must be 3 digits"
    )]
    [InlineData("h,3,111,3,1,0.9\n", "the operations must be 1 digits 0, 1 or 2")]
    [InlineData("h,3,100,0,1,0.9\n", "no path leads from the input to the output")]
    [InlineData(
        "h,3,111,0,1,90\n",
        "mean_test_accuracy_108 is '90', but an accuracy is a fraction in [0, 1]"
    )]
    [InlineData(
        "h,3,111,0,1,0.9\ni,3,111,0,1,0.8\n",
        "line 3: architecture 'c3:0/out:0+1' is on line 2 already"
    )]
    public void A_damaged_row_of_own_columns_is_refused_with_its_line(string rows, string message)
    {
        var error = Assert.Throws<UserError>(() => Read(Own + rows));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_architecture_says_which_space_a_table_is_of()
    {
        Assert.Equal("nasbench101", Read("architecture,cifar10_test108\nc3:0/out:1,90\n").Description.Space);
        Assert.Equal("nasbenchmacro", Read("architecture,cifar10_test50\n00000001,9\n").Description.Space);
        var error = Assert.Throws<UserError>(() => Read("architecture,cifar10_test108\nc3-0,90\n"));
        Assert.Contains(
            "if the table is of another space, name it with --space",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_space_that_the_description_contradicts_is_refused()
    {
        var error = Assert.Throws<UserError>(() => KnownTables.Open(KnownTables.Default, "nasbench101"));
        Assert.Contains("belongs to nasbench201", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_compressed_file_is_read_like_the_file_itself()
    {
        var content = $"architecture,cifar10_test200\n{First},10\n{Second},20\n";
        File.WriteAllBytes(_path, Packed(content));
        Assert.Equal([10.0, 20], KnownTables.Open(_path).Accuracies(new("cifar10", Split.Test, 200)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(12)]
    [InlineData(40)]
    public void A_compressed_file_that_is_cut_off_is_refused(int missing)
    {
        File.WriteAllBytes(
            _path,
            Packed($"architecture,cifar10_test200\n{First},10\n{Second},20\n")[..^missing]
        );
        var error = Assert.Throws<UserError>(() => KnownTables.Open(_path));
        Assert.Contains("cut off", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_compressed_file_is_refused()
    {
        var packed = Packed($"architecture,cifar10_test200\n{First},10\n{Second},20\n");
        packed[packed.Length / 2] ^= 0xff;
        File.WriteAllBytes(_path, packed);
        Assert.Throws<UserError>(() => KnownTables.Open(_path));
    }

    [Fact]
    public void The_whole_table_of_NAS_Bench_101_is_read_with_its_best_cell()
    {
        var table = KnownTables.Open(SharedData.Find("nasbench101.csv.gz"));
        Assert.Equal(423_624, table.Architectures.Count);
        Assert.Equal(94.3176, table.Accuracies(new("cifar10", Split.Test, 108)).Max());
        Assert.Equal("nasbench101", table.Description.Id);
    }

    [Fact]
    public void A_missing_file_is_refused_with_the_known_tables()
    {
        var error = Assert.Throws<UserError>(() => KnownTables.Open("nowhere.csv"));
        Assert.Contains("nasbench201-256", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_the_table_lacks_is_refused_with_those_it_has()
    {
        var table = KnownTables.Open(KnownTables.Default);
        var error = Assert.Throws<UserError>(() => table.Find("cifar10", Split.Validation));
        Assert.Contains("cifar10 test@200", error.Message, StringComparison.Ordinal);
    }

    private static byte[] Packed(string content)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionMode.Compress))
        {
            stream.Write(Encoding.UTF8.GetBytes(content));
        }

        return packed.ToArray();
    }

    private BenchmarkTable Read(string content)
    {
        File.WriteAllText(_path, content);
        return KnownTables.Open(_path);
    }
}
