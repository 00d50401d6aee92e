using System.Runtime.InteropServices;
using ZcBench.Proxies.Kernels;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>Feature maps as rows of numbers, one row a sample.</summary>
internal static class Rows
{
    /// <summary>
    /// The value with each sample contiguous. The order of units within a sample is free, so it is the
    /// device's layout: [N, H, W, C] on the CPU, [N, C, H, W] on a GPU.
    /// </summary>
    public static Tensor SampleMajor(Tensor value)
    {
        using var detached = value.detach();
        if (value.device.type == DeviceType.CUDA)
        {
            return detached.contiguous();
        }

        using var moved = detached.permute(0, 2, 3, 1);
        return moved.contiguous();
    }

    /// <summary>
    /// Whether the numbers of a tensor can be looked at as a span, which holds 2 GB at most.
    /// </summary>
    public static bool FitsSpan(Tensor value) => value.numel() * value.element_size() <= int.MaxValue;

    /// <summary>Packs which numbers of a contiguous CPU tensor are positive.</summary>
    public static void Pack(Tensor rows, int samples, SignCodes codes)
    {
        if (FitsSpan(rows))
        {
            PackAtOnce(rows, samples, codes);
        }
        else
        {
            PackOneByOne(rows.reshape(samples, -1), codes);
        }
    }

    /// <summary>Packs rows [samples, units] each by itself, so that only a row must fit a span.</summary>
    internal static void PackOneByOne(Tensor rows, SignCodes codes)
    {
        var samples = (int)rows.shape[0];
        codes.Clear(samples, (int)rows.shape[1]);
        for (var sample = 0; sample < samples; sample++)
        {
            using var row = rows.select(0, sample);
            if (row.dtype == torch.float64)
            {
                codes.PackOne(sample, MemoryMarshal.Cast<byte, double>(row.bytes));
            }
            else
            {
                codes.PackOne(sample, MemoryMarshal.Cast<byte, float>(row.bytes));
            }
        }
    }

    private static void PackAtOnce(Tensor rows, int samples, SignCodes codes)
    {
        if (rows.dtype == torch.float64)
        {
            codes.Pack(MemoryMarshal.Cast<byte, double>(rows.bytes), samples);
        }
        else
        {
            codes.Pack(MemoryMarshal.Cast<byte, float>(rows.bytes), samples);
        }
    }
}
