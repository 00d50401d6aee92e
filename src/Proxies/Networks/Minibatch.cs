using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Images;

namespace ZcBench.Proxies.Networks;

/// <summary>
/// Images and labels as plain numbers, one and the same for all architectures of a seed: workers copy it to
/// their device.
/// </summary>
/// <param name="Pixels">[Count, C, H, W] row-major, zero mean and unit variance.</param>
/// <param name="Labels">[Count], in [0, classes).</param>
/// <param name="Task">Shape of an image and number of classes.</param>
public sealed record Minibatch(float[] Pixels, long[] Labels, ImageTask Task)
{
    /// <summary>Number of images.</summary>
    public int Count => Labels.Length;

    /// <summary>
    /// Uniform noise of unit variance, (2u − 1)·√3 from the stream "seed/input" ("seed/input2" for the second
    /// batch), with labels n mod classes.
    /// </summary>
    public static Minibatch Noise(ImageTask task, int count, long seed, bool second = false)
    {
        var pixels = Networks.Noise.Uniform(seed, second ? "input2" : "input", count * task.Image.Elements);
        return new(pixels, Labelled(count, task), task);
    }

    /// <summary>
    /// Random textures (<see cref="Networks.Texture"/>) from the stream "seed/texture" ("seed/texture2" for
    /// the second batch), with labels n mod classes.
    /// </summary>
    public static Minibatch Texture(ImageTask task, int count, long seed, bool second = false) =>
        new(
            Networks.Texture.Images(seed, second ? "texture2" : "texture", count, task.Image),
            Labelled(count, task),
            task
        );

    /// <summary>
    /// Real images drawn from a folder; the second batch is disjoint from the first.
    /// </summary>
    /// <exception cref="UserError">The task is not one of the folder's dataset.</exception>
    public static Minibatch Images(
        CifarFolder folder,
        ImageTask task,
        int count,
        long seed,
        bool second = false
    )
    {
        folder.RequireFit(task);
        var (pixels, labels) = folder.Draw(count, seed, skip: second ? count : 0);
        return new(pixels, labels, task);
    }

    private static long[] Labelled(int count, ImageTask task) =>
        [.. Enumerable.Range(0, count).Select(n => (long)(n % task.Classes))];
}
