using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Networks;

namespace ZcBench.Proxies.Tests;

public sealed class TextureTests
{
    private static readonly Shape Image = new(3, 32, 32);

    [Fact]
    public void Textures_have_zero_mean_and_unit_variance()
    {
        var pixels = Texture.Images(0, "texture", 32, Image);
        Assert.Equal(0, pixels.Average(), 1e-4);
        Assert.Equal(1, pixels.Average(x => x * x), 1e-3);
    }

    [Fact]
    public void Neighbouring_pixels_are_alike_and_so_are_the_channels()
    {
        var pixels = Texture.Images(0, "texture", 32, Image);
        Assert.InRange(Correlation(pixels, 1), 0.5, 1);

        // Three quarters of the variance are common to the channels; one step in three leads to another
        // image.
        Assert.InRange(Correlation(pixels, 32 * 32), 0.4, 0.6);
        Assert.InRange(Correlation(Noise.Uniform(0, "input", pixels.Length), 1), -0.02, 0.02);
    }

    [Fact]
    public void More_images_leave_the_patterns_of_the_first_ones_as_they_are()
    {
        var few = Texture.Images(5, "texture", 2, Image);
        var many = Texture.Images(5, "texture", 8, Image);
        Assert.Equal(1, Pearson(few, many[..few.Length]), 1e-6);
    }

    private static double Correlation(float[] pixels, int lag) => Pearson(pixels[..^lag], pixels[lag..]);

    private static double Pearson(float[] a, float[] b)
    {
        var (ma, mb) = (a.Average(), b.Average());
        var covariance = a.Zip(b, (x, y) => (x - ma) * (y - mb)).Sum();
        return covariance / Math.Sqrt(a.Sum(x => (x - ma) * (x - ma)) * b.Sum(y => (y - mb) * (y - mb)));
    }
}
