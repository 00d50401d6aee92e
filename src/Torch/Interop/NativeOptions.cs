using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>zct_options: what a tensor is made of.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct NativeOptions
{
    public int DType;
    public int DeviceType;
    public int DeviceIndex;
    public int RequiresGrad;

    public NativeOptions(torch.ScalarType dtype, torch.Device? device, bool requires_grad)
    {
        DType = (int)dtype;
        DeviceType = (int)(device?.type ?? TorchSharp.DeviceType.CPU);
        DeviceIndex = device?.index ?? -1;
        RequiresGrad = requires_grad ? 1 : 0;
    }
}
