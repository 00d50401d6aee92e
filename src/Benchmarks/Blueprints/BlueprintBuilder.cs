using System.Collections.Immutable;

namespace ZcBench.Benchmarks.Blueprints;

/// <summary>Writes a blueprint step by step; each method returns the index of the new value.</summary>
internal sealed class BlueprintBuilder
{
    private readonly ImageTask _task;
    private readonly List<Step> _steps = [];
    private readonly List<Stage> _stages = [];
    private readonly List<int> _modules = [];
    private int _begun;

    public BlueprintBuilder(ImageTask task)
    {
        _task = task;
        Add(new Input(), [], task.Image, isZero: false);
    }

    /// <summary>Index of the input image.</summary>
    public const int InputStep = 0;

    /// <summary>See <see cref="Blueprint.InputOutDegree"/>.</summary>
    public required int? InputOutDegree { get; init; }

    /// <summary>Whether all modules of the published network are said.</summary>
    public bool ListsModules { get; init; }

    /// <summary>
    /// Whether no value counts as known to be zero (<see cref="ISearchSpace.BuildWhole"/>).
    /// </summary>
    public bool IsWhole { get; init; }

    public Shape ShapeOf(int step) => _steps[step].Output;

    public IOperation OperationOf(int step) => _steps[step].Operation;

    public bool IsLast(int step) => step == _steps.Count - 1;

    /// <summary>Another operation in the place of a step's, of the same shape.</summary>
    public void Change(int step, IOperation operation) =>
        _steps[step] = _steps[step] with { Operation = operation };

    public Blueprint Finish() =>
        new(_task, [.. _steps], [.. _stages])
        {
            InputOutDegree = InputOutDegree,
            ModuleOutputs = ListsModules ? [.. _modules] : [],
        };

    /// <summary>
    /// Says that modules of the published network yield a step's value (<see
    /// cref="Blueprint.ModuleOutputs"/>); returns the step.
    /// </summary>
    public int YieldedBy(int step, int modules)
    {
        _modules.AddRange(Enumerable.Repeat(step, modules));
        return step;
    }

    /// <summary>The first value that a step reads.</summary>
    public int InputOf(int step) => _steps[step].Inputs[0];

    /// <summary>
    /// Names <paramref name="step"/> as a stage's output. One known to be zero becomes a value of its own
    /// that is computed, because derivatives with respect to it exist even though it never changes.
    /// </summary>
    public int EndStage(string name, int step)
    {
        var output = _steps[step].IsZero ? Add(new Zero(), [], ShapeOf(step), isZero: false) : step;
        _stages.Add(new(name, output, _begun.._steps.Count));
        _begun = _steps.Count;
        return output;
    }

    public int ConvBn(string path, int input, int outChannels, int kernel, int stride = 1, int groups = 1) =>
        BatchNorm($"{path}.bn", Convolution(path, input, outChannels, kernel, stride, groups));

    /// <summary>A convolution padded so that stride 1 keeps the resolution.</summary>
    public int Convolution(
        string path,
        int input,
        int outChannels,
        int kernel,
        int stride = 1,
        int groups = 1,
        int dilation = 1
    )
    {
        var shape = ShapeOf(input);
        var padding = dilation * (kernel / 2);
        var operation = new Convolution(
            path,
            shape.Channels,
            outChannels,
            kernel,
            stride,
            padding,
            groups,
            dilation
        );
        return Add(operation, [input], Window(shape, outChannels, operation.Reach, stride, padding));
    }

    public int BatchNorm(string path, int input) =>
        Add(new BatchNorm(path, ShapeOf(input).Channels), [input], ShapeOf(input));

    /// <summary>Batch norm with an epsilon and a momentum of its own.</summary>
    public int BatchNorm(string path, int input, double epsilon, double momentum) =>
        Add(
            new BatchNorm(path, ShapeOf(input).Channels, Epsilon: epsilon, Momentum: momentum),
            [input],
            ShapeOf(input)
        );

    /// <summary>Batch norm without scale and shift, as on the edges of weight-sharing networks.</summary>
    public int PlainBatchNorm(string path, int input) =>
        Add(new BatchNorm(path, ShapeOf(input).Channels, IsAffine: false), [input], ShapeOf(input));

    /// <summary>A node of a weight-sharing network.</summary>
    public int Mixture(IReadOnlyList<(EdgeChoice Choice, int Step)> terms, Shape shape) =>
        Add(new Mixture([.. terms.Select(term => term.Choice)]), [.. terms.Select(term => term.Step)], shape);

    public int Relu(int input, int modules, int readings) =>
        Add(new Relu(modules, readings), [input], ShapeOf(input));

    /// <summary>See <see cref="Blueprints.Shift"/>.</summary>
    public int Shift(int input) => Add(new Shift(), [input], ShapeOf(input));

    public int AveragePool(int input, int kernel, int stride, int padding)
    {
        var shape = ShapeOf(input);
        var output = Window(shape, shape.Channels, kernel, stride, padding);
        return Add(new AveragePool(kernel, stride, padding), [input], output);
    }

    public int MaxPool(int input, int kernel, int stride, int padding)
    {
        var shape = ShapeOf(input);
        return Add(
            new MaxPool(kernel, stride, padding),
            [input],
            Window(shape, shape.Channels, kernel, stride, padding)
        );
    }

    /// <summary>The first channels of a value; the value itself when it has no more.</summary>
    public int FirstChannels(int input, int count) =>
        count == ShapeOf(input).Channels
            ? input
            : Add(new ChannelRange(0, count), [input], ShapeOf(input) with { Channels = count });

    /// <summary>The channels of the values one after another; a single value as it is.</summary>
    public int Concatenation(IReadOnlyList<int> parts) =>
        parts.Count == 1
            ? parts[0]
            : Add(
                new Concatenation(),
                [.. parts],
                ShapeOf(parts[0]) with
                {
                    Channels = parts.Sum(part => ShapeOf(part).Channels),
                }
            );

    /// <summary>The sum of values of one shape; those known to be zero are left out.</summary>
    public int Sum(IReadOnlyList<int> terms, Shape shape)
    {
        var live = terms.Where(term => !_steps[term].IsZero).ToList();
        return live.Count switch
        {
            0 => Add(new Zero(), [], shape, isZero: true),
            1 => live[0],
            _ => Add(new Sum(), [.. live], shape),
        };
    }

    public int GlobalAveragePool(int input) =>
        Add(new GlobalAveragePool(), [input], new(ShapeOf(input).Channels, 1, 1));

    public int Classifier(string path, int input) =>
        Add(new Classifier(path, ShapeOf(input).Channels, _task.Classes), [input], new(_task.Classes, 1, 1));

    private static Shape Window(Shape shape, int channels, int kernel, int stride, int padding) =>
        new(
            channels,
            (shape.Height + 2 * padding - kernel) / stride + 1,
            (shape.Width + 2 * padding - kernel) / stride + 1
        );

    /// <summary>Any step; it is zero where all that it reads is.</summary>
    public int Add(IOperation operation, ImmutableArray<int> inputs, Shape output)
    {
        var isZero = true;
        foreach (var input in inputs)
        {
            isZero &= _steps[input].IsZero;
        }

        return Add(operation, inputs, output, isZero);
    }

    private int Add(IOperation operation, ImmutableArray<int> inputs, Shape output, bool isZero)
    {
        _steps.Add(new(_steps.Count, operation, inputs, output, isZero && !IsWhole));
        return _steps.Count - 1;
    }
}
