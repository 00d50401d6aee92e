namespace ZcBench.Proxies.Networks;

/// <summary>Where tensors live and how precise they are.</summary>
/// <param name="Device">CPU or a CUDA device.</param>
/// <param name="DType">torch.float32 or torch.float64.</param>
public sealed record Placement(torch.Device Device, torch.ScalarType DType)
{
    /// <summary>The CPU in single precision.</summary>
    public static Placement Cpu32 { get; } = new(torch.CPU, torch.float32);

    /// <summary>The CPU in double precision.</summary>
    public static Placement Cpu64 { get; } = new(torch.CPU, torch.float64);

    /// <summary>
    /// Makes single precision on a GPU what it says, for the whole process: libtorch would round the factors of convolutions to TF32's ten
    /// bits. On the CPU nothing changes.
    /// </summary>
    internal void KeepPrecision()
    {
        if (Device.type == DeviceType.CUDA)
        {
            torch.backends.cuda.matmul.allow_tf32 = false;
            torch.backends.cudnn.allow_tf32 = false;
        }
    }

    /// <summary>
    /// Copies single precision numbers to a tensor of that shape. Double precision holds the same rounded numbers,
    /// so both precisions start from one state.
    /// </summary>
    public Tensor Tensor(float[] values, params long[] shape)
    {
        using var single = torch.tensor(values, shape);
        return single.to(DType, Device, copy: true);
    }

    /// <summary>
    /// Copies images or weights [a, b, h, w] so that b varies fastest in memory ("channels last"), the layout
    /// in which libtorch's convolutions are fastest on the CPU. The shape stays [a, b, h, w].
    /// </summary>
    public Tensor ChannelsLast(float[] values, params long[] shape)
    {
        using var dense = Tensor(values, shape);
        using var moved = dense.permute(0, 2, 3, 1);
        using var packed = moved.contiguous();
        return packed.permute(0, 3, 1, 2);
    }
}
