namespace ZcBench.Proxies.Kernels;

/// <summary>How planes of pixels are laid out for vectors that read eight pixels of a row at once.</summary>
internal sealed class PlaneRows
{
    /// <summary>Numbers in a vector.</summary>
    public const int Lanes = 8;

    private readonly int _height;
    private readonly int _width;

    /// <summary>Planes of a height and width.</summary>
    public PlaneRows(int height, int width)
    {
        (_height, _width) = (height, width);
        Vectors = (width + Lanes - 1) / Lanes;
    }

    /// <summary>Pixels of a plane.</summary>
    public int Pixels => _height * _width;

    /// <summary>Rows of a plane.</summary>
    public int Height => _height;

    /// <summary>Vectors of a row.</summary>
    public int Vectors { get; }

    /// <summary>Vectors of a plane.</summary>
    public int VectorsOfPlane => _height * Vectors;

    /// <summary>
    /// Numbers of a row with a zero on its left and at least one on its right: whole cache lines.
    /// </summary>
    public int PaddedRow => (Vectors + 1) * Lanes;

    /// <summary>Numbers of a plane of such rows, one of zeros above and below.</summary>
    public int PaddedPlane => (_height + 2) * PaddedRow;

    /// <summary>Numbers of a plane whose rows are filled up to whole vectors.</summary>
    public int FilledPlane => VectorsOfPlane * Lanes;

    /// <summary>Copies a plane into a padded one of zeros.</summary>
    public void Pad(ReadOnlySpan<double> plane, Span<double> padded)
    {
        for (var h = 0; h < _height; h++)
        {
            plane.Slice(h * _width, _width).CopyTo(padded[((h + 1) * PaddedRow + 1)..]);
        }
    }

    /// <summary>Copies a plane into a filled one of zeros.</summary>
    public void Fill(ReadOnlySpan<double> plane, Span<double> filled)
    {
        for (var h = 0; h < _height; h++)
        {
            plane.Slice(h * _width, _width).CopyTo(filled[(h * Vectors * Lanes)..]);
        }
    }

    /// <summary>Does some work on several threads; what one does alone needs no other to wait for.</summary>
    public static void Each(int threads, int count, Action<int> work)
    {
        if (threads == 1)
        {
            for (var i = 0; i < count; i++)
            {
                work(i);
            }
        }
        else
        {
            Parallel.For(0, count, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
        }
    }
}
