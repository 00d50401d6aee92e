namespace ZcBench.Proxies.Kernels;

/// <summary>
/// A set of 128-bit numbers by open addressing with linear probing: a million units are looked up for each
/// architecture, which takes .NET's own set several times as long.
/// </summary>
internal sealed class PatternSet
{
    private const ulong Golden = 0x9E3779B97F4A7C15;
    private const int FirstBits = 12;

    // The number 0 marks a free place, so that it is remembered apart.
    private (ulong Low, ulong High)[] _places = new (ulong, ulong)[1 << FirstBits];
    private int _bits = FirstBits;
    private int _taken;
    private bool _hasZero;

    /// <summary>How many different numbers were added.</summary>
    public int Count => _taken + (_hasZero ? 1 : 0);

    /// <summary>Adds high · 2⁶⁴ + low.</summary>
    public void Add(ulong low, ulong high)
    {
        if ((low | high) == 0)
        {
            _hasZero = true;
        }
        else if (TryPlace(low, high) && ++_taken > _places.Length / 2)
        {
            Grow();
        }
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

            place = (place + 1) & (_places.Length - 1);
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
        _bits++;
        _places = new (ulong, ulong)[1 << _bits];
        foreach (var (low, high) in old)
        {
            if ((low | high) != 0)
            {
                TryPlace(low, high);
            }
        }
    }
}
