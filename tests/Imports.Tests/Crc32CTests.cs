using ZcBench.Imports.NasBench101;

namespace ZcBench.Imports.Tests;

/// <summary>The published sums of RFC 3720, appendix B.4, and the polynomial's check value.</summary>
public sealed class Crc32CTests
{
    [Fact]
    public void The_check_value_of_the_polynomial_is_met() =>
        Assert.Equal(0xe3069283, Crc32C.Of("123456789"u8));

    [Fact]
    public void Zeros_ones_and_counts_up_and_down_have_their_published_sums()
    {
        byte[] counts = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        Assert.Equal(0x8a9136aa, Crc32C.Of(new byte[32]));
        Assert.Equal(0x62a8ab43u, Crc32C.Of([.. Enumerable.Repeat((byte)0xff, 32)]));
        Assert.Equal(0x46dd794eu, Crc32C.Of(counts));
        Assert.Equal(0x113fdb5cu, Crc32C.Of([.. counts.Reverse()]));
    }
}
