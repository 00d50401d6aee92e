using System.Runtime.CompilerServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An n-dimensional array on a device, with its place in the graph that differentiation runs through.
    /// Operations that libtorch refuses throw <see cref="TorchException"/>; using a disposed tensor throws
    /// <see cref="ObjectDisposedException"/>.
    /// </summary>
    public sealed partial class Tensor : IDisposable
    {
        internal Tensor(nint pointer)
        {
            NativeHandle = new TensorHandle(pointer);
            OwningDisposeScope = DisposeScope.Register(this);
        }

        /// <summary>How many tensors of this process are not disposed yet.</summary>
        public static long TotalCount => TensorHandle.Live;

        /// <summary>Whether the tensor is disposed, or stands for the gradient of an unused input.</summary>
        public bool IsInvalid => NativeHandle.IsClosed || NativeHandle.IsInvalid;

        /// <summary>The native pointer.</summary>
        /// <exception cref="ObjectDisposedException">The tensor is invalid.</exception>
        public nint Handle
        {
            get
            {
                ObjectDisposedException.ThrowIf(IsInvalid, this);
                return NativeHandle.DangerousGetHandle();
            }
        }

        internal TensorHandle NativeHandle { get; }

        internal DisposeScope? OwningDisposeScope { get; set; }

        /// <summary>Frees this handle; the data goes with the last handle on it.</summary>
        public void Dispose()
        {
            OwningDisposeScope?.Remove(this);
            OwningDisposeScope = null;
            NativeHandle.Dispose();
        }

        /// <summary>Takes the tensor out of all scopes: its holder disposes it.</summary>
        /// <returns>This tensor.</returns>
        public Tensor DetachFromDisposeScope()
        {
            OwningDisposeScope?.Detach(this);
            return this;
        }

        /// <summary>
        /// Gives the tensor to the scope outside its own, or to nobody where there is none.
        /// </summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOuterDisposeScope()
        {
            OwningDisposeScope?.MoveToOuter(this);
            return this;
        }

        /// <summary>Shape, dtype and device, such as "[2x3], type = Float32, device = cpu".</summary>
        public override string ToString() =>
            IsInvalid ? "" : $"[{string.Join("x", shape)}], type = {dtype}, device = {device}";

        // Turns what a shim function left behind into a tensor or an exception.
        internal static Tensor Result(
            int status, nint pointer, Tensor? a = null, Tensor? b = null, Tensor? c = null,
            [CallerMemberName] string operation = "")
        {
            TorchException.Check(status, a, b, c, operation);
            return new Tensor(pointer);
        }

        internal static (Tensor First, Tensor Second) Results(
            int status, nint first, nint second, Tensor argument, [CallerMemberName] string operation = "")
        {
            TorchException.Check(status, argument, operation: operation);
            return (new Tensor(first), new Tensor(second));
        }

        private Tensor InPlace(int status, Tensor? other = null, [CallerMemberName] string operation = "")
        {
            TorchException.Check(status, this, other, operation: operation);
            return this;
        }
    }
}
