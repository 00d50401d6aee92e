namespace ZcBench.Benchmarks;

/// <summary>All rows of digits, as spaces of independent choices list their architectures.</summary>
internal static class Odometer
{
    /// <summary>The rows in increasing order, the last digit varying fastest.</summary>
    /// <param name="length">Digits of a row.</param>
    /// <param name="kinds">Values of a digit, from 0.</param>
    public static IEnumerable<int[]> Rows(int length, int kinds)
    {
        var digits = new int[length];
        var place = length;
        while (place >= 0)
        {
            yield return [.. digits];
            for (place = length - 1; place >= 0 && ++digits[place] == kinds; place--)
            {
                digits[place] = 0;
            }
        }
    }
}
