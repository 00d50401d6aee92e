using System.Text;
using ZcBench.Benchmarks;

namespace ZcBench.Training.Tests;

public sealed class TensorFileTests : TorchTest
{
    private readonly string _file = Path.Combine(
        Path.GetTempPath(),
        $"zcbench-{Guid.NewGuid():N}.safetensors"
    );

    [Fact]
    public void Tensors_and_texts_come_back_as_they_were()
    {
        using (torch.NewDisposeScope())
        {
            var laid = torch.arange(24, dtype: torch.float32).reshape(1, 2, 3, 4).permute(0, 3, 1, 2);
            Dictionary<string, Tensor> tensors = new(StringComparer.Ordinal)
            {
                ["a"] = torch.tensor([1.5, double.NaN, -0.0]),
                ["b/c"] = laid,
                ["n"] = torch.tensor(7L).reshape(1),
            };
            TensorFile.Write(
                _file,
                tensors,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["k"] = "é" }
            );
            var (read, texts) = TensorFile.Read(_file);
            using (read)
            {
                Assert.Equal("é", texts["k"]);
                Assert.Equal(tensors.Keys, read.Names);
                Assert.True(read["b/c"].equal(laid).all().item<bool>());
                Assert.Equal(tensors["a"].bytes.ToArray(), read["a"].bytes.ToArray());
                Assert.Equal(7, read["n"].item<long>());
            }
        }
    }

    [Fact]
    public void The_file_begins_as_the_format_says()
    {
        using var one = torch.ones(2, dtype: torch.float32);
        TensorFile.Write(
            _file,
            [KeyValuePair.Create("w", one)],
            new Dictionary<string, string>(StringComparer.Ordinal)
        );
        var bytes = File.ReadAllBytes(_file);
        var header = Encoding.UTF8.GetString(bytes, 8, (int)BitConverter.ToInt64(bytes));
        Assert.Equal(
            "{\"__metadata__\":{},\"w\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}",
            header
        );
        Assert.Equal(8 + header.Length + 8, bytes.Length);
    }

    [Fact]
    public void A_damaged_file_is_refused_in_one_sentence()
    {
        using (var one = torch.ones(8, dtype: torch.float32))
        {
            TensorFile.Write(
                _file,
                [KeyValuePair.Create("w", one)],
                new Dictionary<string, string>(StringComparer.Ordinal)
            );
        }

        var whole = File.ReadAllBytes(_file);
        for (var length = 0; length < whole.Length; length++)
        {
            File.WriteAllBytes(_file, whole[..length]);
            Assert.Contains(
                _file,
                Assert.Throws<UserError>(() => TensorFile.Read(_file)).Message,
                StringComparison.Ordinal
            );
        }

        for (var i = 0; i < whole.Length - 32; i++)
        {
            var changed = whole.ToArray();
            changed[i] ^= 0x55;
            File.WriteAllBytes(_file, changed);
            try
            {
                TensorFile.Read(_file).Tensors.Dispose();
            }
            catch (UserError)
            {
                // Refused, which is what most changes deserve.
            }
        }
    }

    public override void Dispose()
    {
        File.Delete(_file);
        base.Dispose();
    }
}
