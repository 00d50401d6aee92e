using ZcBench.Benchmarks;
using ZcBench.Proxies.Engine;

namespace ZcBench.Proxies.Networks;

/// <summary>Where tensors live and how precise they are.</summary>
/// <param name="Device">CPU or a CUDA device.</param>
/// <param name="DType">torch.float32 or torch.float64.</param>
public sealed record Placement(torch.Device Device, torch.ScalarType DType)
{
    /// <summary>The CPU in single precision.</summary>
    public static Placement Cpu32 => Named("cpu", "float32");

    /// <summary>The CPU in double precision.</summary>
    public static Placement Cpu64 => Named("cpu", "float64");

    /// <summary>A placement by the names of its parts; loads libtorch.</summary>
    /// <param name="device">"cpu" or "cuda".</param>
    /// <param name="dtype">"float32" or "float64".</param>
    /// <exception cref="UserError">
    /// A name is unknown, libtorch cannot be used, or there is no GPU for it.
    /// </exception>
    public static Placement Named(string device, string dtype)
    {
        var libtorch = Libtorch.Load();
        var precision = dtype switch
        {
            "float32" => torch.float32,
            "float64" => torch.float64,
            _ => throw new UserError($"--dtype '{dtype}' is unknown; use float32 or float64"),
        };
        switch (device)
        {
            case "cpu":
                return new(torch.CPU, precision);
            case "cuda":
                libtorch.RequireCuda();
                return new(torch.CUDA, precision);
            default:
                throw new UserError($"--device '{device}' is unknown; use cpu or cuda");
        }
    }

    /// <summary>The same place in double precision.</summary>
    internal Placement Widened => this with { DType = torch.float64 };

    // Without the same place in double precision, which is a placement too.
    /// <inheritdoc/>
    public override string ToString() => $"{Device} {DType}";

    /// <summary>
    /// Copies single precision numbers to a tensor of that shape. Double precision holds the same rounded
    /// numbers, so both precisions start from one state.
    /// </summary>
    public Tensor Tensor(float[] values, params long[] shape)
    {
        using var single = torch.tensor(values, shape);
        return single.to(DType, Device, copy: true);
    }

    /// <summary>
    /// Copies images or weights to a tensor of shape [a, b, h, w] in the layout in memory that suits device
    /// and precision. On the CPU b varies fastest ("channels last") in single precision: libtorch's
    /// convolutions are fastest so. In double precision those of few channels take ten times as long so as in
    /// the shape's own order, which is taken there. On a GPU it is the shape's own order too: cuDNN's batch
    /// norm of channels-last values is wrong by up to half of a gradient in single precision.
    /// </summary>
    public Tensor Maps(float[] values, params long[] shape)
    {
        using var dense = Tensor(values, shape);
        return Laid(dense);
    }

    /// <summary>Copies [a, b, h, w] to the layout of <see cref="Maps"/> on the device where it is.</summary>
    public static Tensor Laid(Tensor maps)
    {
        if (maps.device.type == DeviceType.CUDA || maps.dtype == torch.float64)
        {
            return maps.contiguous();
        }

        using var moved = maps.permute(0, 2, 3, 1);
        using var packed = moved.contiguous();
        return packed.permute(0, 3, 1, 2);
    }
}
