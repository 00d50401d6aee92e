using ZcBench.Benchmarks.Randomness;
using ZcBench.Imports.NasBench101;

namespace ZcBench.Imports.Tests;

public sealed class Crc32CTests
{
    [Fact]
    public void The_check_value_of_the_polynomial_is_met() => Assert.Equal(0xe3069283, Crc32C.Of("123456789"u8));

    // RFC 3720, appendix B.4.
    [Fact]
    public void Thirty_two_zeros_have_the_published_sum() => Assert.Equal(0x8a9136aa, Crc32C.Of(new byte[32]));

    [Fact]
    public void The_processors_instruction_and_the_table_agree_at_every_length()
    {
        var random = new CounterRandom(0, "crc");
        var bytes = Enumerable.Range(0, 100).Select(i => (byte)random.Bits(i)).ToArray();
        Assert.All(Enumerable.Range(0, bytes.Length), length =>
            Assert.Equal(Crc32C.ByTable(bytes.AsSpan(0, length)), Crc32C.Of(bytes.AsSpan(0, length))));
    }
}
