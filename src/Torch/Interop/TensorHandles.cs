namespace TorchSharp.Native;

/// <summary>The pointers of several tensors, kept alive until disposed.</summary>
internal readonly struct TensorHandles : IDisposable
{
    private readonly torch.Tensor[] _tensors;
    private readonly nint[] _pointers;

    public TensorHandles(IEnumerable<torch.Tensor>? tensors)
    {
        _tensors = tensors?.ToArray() ?? [];
        _pointers = new nint[_tensors.Length];
        var held = 0;
        try
        {
            for (; held < _tensors.Length; held++)
            {
                var added = false;
                _tensors[held].NativeHandle.DangerousAddRef(ref added);
                _pointers[held] = _tensors[held].Handle;
            }
        }
        catch
        {
            Release(held);
            throw;
        }
    }

    public ReadOnlySpan<nint> Pointers => _pointers;

    public int Count => _pointers.Length;

    public torch.Tensor[] Tensors => _tensors;

    public void Dispose() => Release(_tensors.Length);

    private void Release(int count)
    {
        for (var i = 0; i < count; i++)
            _tensors[i].NativeHandle.DangerousRelease();
    }
}
