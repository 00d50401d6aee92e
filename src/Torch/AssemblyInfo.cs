using System.Runtime.CompilerServices;

// Everything that crosses to the shim is blittable.
[assembly: DisableRuntimeMarshalling]
[assembly: InternalsVisibleTo("ZcBench.Torch.Tests")]
