using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace ZcBench.Learned.Regression;

/// <summary>
/// A random forest by ML.NET: 200 trees, each on 70 % of the architectures, a third of the features tried at
/// each split, leaves of two architectures and more.
/// </summary>
/// <remarks>Breiman, Random forests, Machine Learning 45, 2001.</remarks>
public sealed class RandomForest : IRegressor
{
    private const int Trees = 200;
    private const int LeastInLeaf = 2;
    private const double TriedAtSplit = 1.0 / 3;

    /// <inheritdoc/>
    public string Id => "forest";

    /// <inheritdoc/>
    public double[] Predict(
        IReadOnlyList<double[]> features,
        IReadOnlyList<double> accuracies,
        IReadOnlyList<double[]> asked,
        int seed
    )
    {
        var context = new MLContext(seed);
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(
            NumberDataViewType.Single,
            features[0].Length
        );
        var forest = context.Regression.Trainers.FastForest(
            new FastForestRegressionTrainer.Options
            {
                LabelColumnName = nameof(Row.Accuracy),
                FeatureColumnName = nameof(Row.Features),
                NumberOfTrees = Trees,
                NumberOfLeaves = Math.Max(2, features.Count),
                MinimumExampleCountPerLeaf = LeastInLeaf,
                FeatureFractionPerSplit = TriedAtSplit,
                NumberOfThreads = 1,
                Seed = seed,
                FeatureSelectionSeed = seed,
            }
        );
        var model = forest.Fit(View(features.Zip(accuracies)));
        var predicted = model.Transform(View(asked.Select(row => (row, 0.0))));
        return [.. predicted.GetColumn<float>("Score").Select(score => (double)score)];

        IDataView View(IEnumerable<(double[] Features, double Accuracy)> rows) =>
            context.Data.LoadFromEnumerable(
                rows.Select(row => new Row
                    {
                        Features = [.. row.Features.Select(feature => (float)feature)],
                        Accuracy = (float)row.Accuracy,
                    })
                    .ToList(),
                schema
            );
    }

    private sealed class Row
    {
        public float[] Features { get; set; } = [];

        public float Accuracy { get; set; }
    }
}
