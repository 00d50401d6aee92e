namespace ZcBench.Learned.Regression;

/// <summary>Something that learns from features how accurate architectures are.</summary>
public interface IRegressor
{
    /// <summary>Short name.</summary>
    string Id { get; }

    /// <summary>Learns from some architectures and predicts the accuracies of others.</summary>
    /// <param name="features">Features of those it learns from.</param>
    /// <param name="accuracies">Their accuracies, or any increasing function of them.</param>
    /// <param name="asked">Features of those to be predicted.</param>
    /// <param name="seed">Names what it draws; equal seeds give equal predictions.</param>
    double[] Predict(
        IReadOnlyList<double[]> features,
        IReadOnlyList<double> accuracies,
        IReadOnlyList<double[]> asked,
        int seed
    );
}
