namespace ZcBench.Proxies.Engine;

/// <summary>What libtorch would round on its own.</summary>
internal static class Precision
{
    /// <summary>
    /// Makes single precision on a GPU what it says, for the whole process: libtorch would round the factors
    /// of convolutions to TF32's ten bits. On the CPU nothing changes.
    /// </summary>
    public static void Keep(torch.Device device)
    {
        if (device.type == DeviceType.CUDA)
        {
            torch.backends.cuda.matmul.allow_tf32 = false;
            torch.backends.cudnn.allow_tf32 = false;
        }
    }
}
