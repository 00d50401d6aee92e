using ZcBench.Scores;
using ZcBench.Training.States;

namespace ZcBench.Training.Tests;

/// <summary>
/// The training of the tiny network in plain numbers: the loss from its definition, gradients by central
/// differences, Nesterov's step and the cosine from their formulas.
/// </summary>
internal sealed class ReferenceTraining(double[] parameters)
{
    private const int Channels = 3;
    private const int Side = 4;
    private const int Pixels = Side * Side;
    private const int ConvWeights = Channels * 2 * 9;
    private const double Step0 = 1e-5;
    private readonly double[] _momenta = new double[parameters.Length];
    private readonly double[] _mean = new double[Channels];
    private readonly double[] _variance = [1, 1, 1];
    private readonly TrainingRecipe _recipe = TinyTraining.Recipe;
    private readonly TrainingImages _images = new(TinyTraining.Images, TinyTraining.Recipe, 0);

    public double[] Parameters { get; } = [.. parameters];

    public List<double> Losses { get; } = [];

    public void Step(int step)
    {
        var batch = _images.Of(step);
        Losses.Add(Loss(batch.Pixels, batch.Labels, Parameters, Follow));
        var gradients = new double[Parameters.Length];
        for (var i = 0; i < gradients.Length; i++)
        {
            var (up, down) = ((double[])Parameters.Clone(), (double[])Parameters.Clone());
            up[i] += Step0;
            down[i] -= Step0;
            gradients[i] =
                (Loss(batch.Pixels, batch.Labels, up, null) - Loss(batch.Pixels, batch.Labels, down, null))
                / (2 * Step0);
        }

        var epoch = step / _recipe.StepsPerEpoch();
        var rate = _recipe.Rate * (1 + Math.Cos(Math.PI * epoch / _recipe.Epochs)) / 2;
        for (var i = 0; i < gradients.Length; i++)
        {
            var gradient = gradients[i] + _recipe.WeightDecay * Parameters[i];
            _momenta[i] = step == 0 ? gradient : _recipe.Momentum * _momenta[i] + gradient;
            Parameters[i] -= rate * (gradient + _recipe.Momentum * _momenta[i]);
        }
    }

    public (double Loss, double Accuracy) Validate()
    {
        var held = _images.HeldBack.Whole();
        var logits = Logits(held.Pixels, held.Labels.Length, Parameters, (c, _) => (_mean[c], _variance[c]));
        var right = held.Labels.Where((label, n) => label == (logits[n, 1] > logits[n, 0] ? 1 : 0)).Count();
        return (CrossEntropy(logits, held.Labels), (double)right / held.Labels.Length);
    }

    private static double Loss(
        float[] pixels,
        long[] labels,
        double[] parameters,
        Action<int, double, double, int>? follow
    ) =>
        CrossEntropy(
            Logits(
                pixels,
                labels.Length,
                parameters,
                (c, values) =>
                {
                    var mean = values.Average();
                    var variance = values.Average(value => (value - mean) * (value - mean));
                    follow?.Invoke(c, mean, variance, values.Length);
                    return (mean, variance);
                }
            ),
            labels
        );

    // A tenth of the batch's mean and unbiased variance.
    private void Follow(int channel, double mean, double variance, int count)
    {
        _mean[channel] += 0.1 * (mean - _mean[channel]);
        _variance[channel] += 0.1 * (variance * count / (count - 1) - _variance[channel]);
    }

    private static double CrossEntropy(double[,] logits, long[] labels) =>
        labels
            .Select(
                (label, n) => Math.Log(Math.Exp(logits[n, 0]) + Math.Exp(logits[n, 1])) - logits[n, label]
            )
            .Average();

    private static double[,] Logits(
        float[] pixels,
        int count,
        double[] parameters,
        Func<int, double[], (double Mean, double Variance)> statistics
    )
    {
        var logits = new double[count, 2];
        for (var c = 0; c < Channels; c++)
        {
            var values = new double[count * Pixels];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Convolved(pixels, i / Pixels, c, i % Pixels / Side, i % Side, parameters);
            }

            var (mean, variance) = statistics(c, values);
            var (scale, shift) = (parameters[ConvWeights + c], parameters[ConvWeights + Channels + c]);
            for (var i = 0; i < values.Length; i++)
            {
                var normal = (values[i] - mean) / Math.Sqrt(variance + 1e-5);
                var feature = Math.Max(0, scale * normal + shift) / Pixels;
                logits[i / Pixels, 0] += feature * parameters[ConvWeights + 2 * Channels + c];
                logits[i / Pixels, 1] += feature * parameters[ConvWeights + 3 * Channels + c];
            }
        }

        for (var n = 0; n < count; n++)
        {
            logits[n, 0] += parameters[^2];
            logits[n, 1] += parameters[^1];
        }

        return logits;
    }

    private static double Convolved(float[] pixels, int n, int c, int y, int x, double[] weights)
    {
        var sum = 0.0;
        for (var input = 0; input < 2; input++)
        {
            for (var dy = 0; dy < 3; dy++)
            {
                for (var dx = 0; dx < 3; dx++)
                {
                    var (row, column) = (y + dy - 1, x + dx - 1);
                    if (row is >= 0 and < Side && column is >= 0 and < Side)
                    {
                        sum +=
                            weights[((c * 2 + input) * 3 + dy) * 3 + dx]
                            * pixels[((n * 2 + input) * Side + row) * Side + column];
                    }
                }
            }
        }

        return sum;
    }
}
