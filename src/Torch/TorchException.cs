using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

/// <summary>
/// libtorch refused an operation. The message is one sentence: the operation, the shapes, dtypes and devices
/// of its tensors, and the first line of what libtorch said.
/// </summary>
public sealed class TorchException : ExternalException
{
    /// <summary>An exception with a general message.</summary>
    public TorchException()
        : base("libtorch refused an operation.")
    {
    }

    /// <summary>An exception with the given message.</summary>
    public TorchException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with the given message and cause.</summary>
    public TorchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal static void Check(
        int status, torch.Tensor? a = null, torch.Tensor? b = null, torch.Tensor? c = null,
        [CallerMemberName] string operation = "")
    {
        if (status != 0)
            throw From(operation, [a, b, c]);
    }

    // The text must be fetched first: describing the tensors calls the shim again.
    internal static TorchException From(string operation, IEnumerable<torch.Tensor?> arguments)
    {
        var said = Libtorch.Text(Shim.zct_last_error()).AsSpan();
        var end = said.IndexOf('\n');
        var line = (end < 0 ? said : said[..end]).Trim().ToString();
        var tensors = string.Join(", ", arguments.Where(t => t is not null).Select(t => Describe(t!)));
        return new TorchException(
            tensors.Length == 0 ? $"{operation} failed: {line}" : $"{operation} failed on {tensors}: {line}");
    }

    private static string Describe(torch.Tensor tensor) => tensor.IsInvalid
        ? "a disposed tensor"
        : $"[{string.Join(", ", tensor.shape)}] {tensor.dtype} {tensor.device}";
}
