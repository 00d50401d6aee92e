using System.Buffers;

namespace ZcBench.Proxies.Kernels;

/// <summary>
/// A set of 128-bit numbers by open addressing with linear probing: a million units are looked up for each
/// architecture, which takes .NET's own set several times as long. Its memory is rented: fresh pages for each
/// architecture take longer than the look-ups.
/// </summary>
internal sealed class PatternSet : IDisposable
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const int FirstBits = 12;

    // The number 0 marks a free place, so that it is remembered apart.
    private (ulong Low, ulong High)[] _places = Rent(FirstBits);
    private int _bits = FirstBits;
    private int _taken;
    private bool _hasZero;

    /// <summary>How many different numbers were added.</summary>
    public int Count => _taken + (_hasZero ? 1 : 0);

    private int Mask => (1 << _bits) - 1;

    /// <summary>Adds high · 2⁶⁴ + low.</summary>
    public void Add(ulong low, ulong high)
    {
        if ((low | high) == 0)
        {
            _hasZero = true;
        }
        else if (TryPlace(low, high) && ++_taken > Mask / 2)
        {
            Grow();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<(ulong, ulong)>.Shared.Return(_places);
        _places = [];
    }

    // Free places only. It may be longer than asked for.
    private static (ulong, ulong)[] Rent(int bits)
    {
        var places = ArrayPool<(ulong, ulong)>.Shared.Rent(1 << bits);
        Array.Clear(places, 0, 1 << bits);
        return places;
    }

    private bool TryPlace(ulong low, ulong high)
    {
        var place = Home(low, high);
        while (true)
        {
            ref var found = ref _places[place];
            if ((found.Low | found.High) == 0)
            {
                found = (low, high);
                return true;
            }

            if (found.Low == low && found.High == high)
            {
                return false;
            }

            place = (place + 1) & Mask;
        }
    }

    private int Home(ulong low, ulong high)
    {
        var mixed = (low ^ (high * Golden)) * Golden;
        mixed = (mixed ^ (mixed >> 32)) * Golden;
        return (int)(mixed >> (64 - _bits));
    }

    private void Grow()
    {
        var old = _places;
        var size = 1 << _bits;
        _bits++;
        _places = Rent(_bits);
        foreach (var (low, high) in old.AsSpan(0, size))
        {
            if ((low | high) != 0)
            {
                TryPlace(low, high);
            }
        }

        ArrayPool<(ulong, ulong)>.Shared.Return(old);
    }
}
