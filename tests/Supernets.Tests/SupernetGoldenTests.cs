using System.Text.Json;
using ZcBench.Supernets.Network;
using ZcBench.Supernets.Steps;
using ZcBench.Training;

namespace ZcBench.Supernets.Tests;

/// <summary>The network and its training steps against the classes of GM-NAS.</summary>
public sealed class SupernetGoldenTests : TorchTest
{
    public static TheoryData<string> Files => GoldenFile.Named("supernet");

    [Theory]
    [MemberData(nameof(Files))]
    public void Parameters_have_the_same_names_and_shapes(string file)
    {
        var golden = GoldenFile.Open(file);
        using var tiny = new TinySupernet(golden);
        using var weights = tiny.Weights();
        Assert.Equal(
            golden
                .GetProperty("parameters")
                .EnumerateObject()
                .Select(item => $"{item.Name} {string.Join(',', item.Value.Integers())}")
                .Order(StringComparer.Ordinal),
            weights
                .Trained.Names.Select(name => $"{name} {string.Join(',', weights.Trained[name].shape)}")
                .Order(StringComparer.Ordinal)
        );
        foreach (var item in golden.GetProperty("first_elements").EnumerateObject())
        {
            var tensor = item.Name.StartsWith("input", StringComparison.Ordinal)
                ? tiny.Named(item.Name).Images
                : weights.Trained[item.Name];
            Near.Equal(item.Value.Numbers(), tensor.Numbers()[..2], 0, item.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Values_and_gradients_are_equal(string file)
    {
        var golden = GoldenFile.Open(file);
        using var tiny = new TinySupernet(golden);
        foreach (var item in golden.GetProperty("cases").EnumerateObject())
        {
            using var scope = torch.NewDisposeScope();
            if (item.Value.TryGetProperty("grad_norm", out _))
            {
                Mixed(tiny, item);
            }
            else if (item.Value.TryGetProperty("operations", out var operations))
            {
                OneHot(tiny, item, operations);
            }
            else
            {
                Restricted(tiny, item);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Thirty_steps_of_the_weights_are_equal_and_so_is_evaluation_after_them(string file)
    {
        var golden = GoldenFile.Open(file);
        using var tiny = new TinySupernet(golden);
        using var sub = tiny.Sub();
        var training = golden.GetProperty("training");
        var steps = Enumerable.Range(0, 30).Select(_ => tiny.Step(sub)).ToList();
        var expected = training.GetProperty("weights_only");
        Near.Equal(
            expected.GetProperty("loss_before_step").Numbers(),
            [.. steps.Select(step => step.Loss)],
            Near.Trained,
            "loss"
        );
        Near.Equal(
            expected.GetProperty("grad_norm_used").Numbers(),
            [.. steps.Select(step => step.GradientNorm)],
            Near.Trained,
            "gradient norm"
        );
        foreach (var item in expected.GetProperty("weight_norm_after_30").EnumerateObject())
        {
            var norm = Sgd.Norm([sub.Weights.Trained[item.Name]]);
            Near.Equal(item.Value.GetDouble(), norm, Near.Trained, item.Name);
        }

        using var scope = torch.NewDisposeScope();
        using var gradientsOff = torch.no_grad();
        var mixing = Mixing.Softmax(sub.Architecture[AlphaStep.Alpha], sub.Live);
        Logits(BatchNormMode.Batch, expected.GetProperty("logits0_after_30"));
        var evaluation = training.GetProperty("eval_mode_after_30");
        Logits(BatchNormMode.Running, evaluation.GetProperty("logits0"));
        var loss = Pass.Loss(tiny.Net, sub.Weights, mixing, tiny.Input, BatchNormMode.Running);
        Near.Equal(evaluation.Number("loss"), loss.item<double>(), Near.Trained, "evaluation loss");
        Near.Equal(
            evaluation.Number("running_mean_norm_stem"),
            Sgd.Norm([sub.Weights.Running["stem.conv.bn.mean"]]),
            Near.Trained,
            "running mean"
        );
        Near.Equal(
            evaluation.Number("running_var_norm_stem"),
            Sgd.Norm([sub.Weights.Running["stem.conv.bn.variance"]]),
            Near.Trained,
            "running variance"
        );
        foreach (var item in evaluation.EnumerateObject())
        {
            if (item.Name.StartsWith("running_var_cell", StringComparison.Ordinal))
            {
                var path = $"{item.Name["running_var_".Length..]}.bn.variance";
                Near.Equal(item.Value.Numbers(), sub.Weights.Running[path].Numbers(), Near.Trained, path);
            }
        }

        void Logits(BatchNormMode mode, JsonElement logits) =>
            Near.Equal(
                logits.Numbers(),
                tiny.Net.Forward(tiny.Input.Images, sub.Weights, mixing, mode)[0].Numbers(),
                Near.Trained,
                $"logits, {mode}"
            );
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Clipped_steps_are_equal(string file)
    {
        var golden = GoldenFile.Open(file);
        using var tiny = new TinySupernet(golden);
        using var sub = tiny.Sub();
        var expected = golden.GetProperty("training").GetProperty("clipped_to_1");
        var losses = expected.GetProperty("loss_before_step").Numbers();
        foreach (var (loss, norm) in losses.Zip(expected.GetProperty("grad_norm_used").Numbers()))
        {
            var step = tiny.Step(sub, TinySupernet.Optimiser with { Clip = 1 });
            Near.Equal(loss, step.Loss, Near.Values, "loss");
            Near.Equal(norm, step.GradientNorm, Near.Values, "gradient norm");
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Alternating_steps_of_first_order_are_equal(string file) =>
        Alternate(file, "first_order", isSecondOrder: false, Near.Values);

    [Theory]
    [MemberData(nameof(Files))]
    public void Alternating_steps_of_second_order_are_equal(string file) =>
        Alternate(file, "second_order", isSecondOrder: true, Near.SecondOrder);

    private static void Alternate(string file, string order, bool isSecondOrder, double tolerance)
    {
        var golden = GoldenFile.Open(file);
        using var tiny = new TinySupernet(golden);
        using var sub = tiny.Sub();
        var adam = new Adam(3e-4, 0.5, 0.999, 1e-3);
        foreach (var expected in golden.GetProperty("training").GetProperty(order).EnumerateArray())
        {
            using var scope = torch.NewDisposeScope();
            var gradient = isSecondOrder
                ? AlphaStep.SecondOrder(
                    tiny.Net,
                    sub,
                    tiny.Input,
                    tiny.Input2,
                    TinySupernet.Optimiser,
                    TinySupernet.Rate
                )
                : AlphaStep.FirstOrder(tiny.Net, sub, tiny.Input2);
            Near.Equal(
                expected.GetProperty("grad_alpha").Numbers(),
                gradient.Numbers(),
                tolerance,
                "gradient"
            );
            adam.Step(sub.Architecture, [gradient], sub.Moments);
            Near.Equal(
                expected.GetProperty("alpha").Numbers(),
                sub.Architecture[AlphaStep.Alpha].Numbers(),
                tolerance,
                "alpha"
            );
            var step = tiny.Step(sub);
            Near.Equal(expected.Number("loss"), step.Loss, tolerance, "loss");
            Near.Equal(expected.Number("clipped_grad_norm"), step.GradientNorm, tolerance, "norm");
        }
    }

    private static void Mixed(TinySupernet tiny, JsonProperty item)
    {
        var (name, expected) = (item.Name, item.Value);
        using var sub = tiny.Sub(name == "zero" ? "zero" : "counter");
        var alpha = sub.Architecture[AlphaStep.Alpha];
        var batch = tiny.Named(expected.GetProperty("batch").GetString()!);
        var theta = Mixing.Softmax(alpha, sub.Live);
        Near.Equal(
            expected.GetProperty("theta").Numbers(),
            theta.Weights.Numbers(),
            Near.Values,
            $"{name}: theta"
        );
        var stages = new List<(string Name, double[] Moments)>();
        using var logits = tiny.Net.Forward(
            batch.Images,
            sub.Weights,
            theta,
            BatchNormMode.Batch,
            (stage, value) =>
                stages.Add((stage, [value.mean().item<double>(), value.square().mean().item<double>()]))
        );
        foreach (var (stage, moments) in stages)
        {
            Near.Equal(
                expected.GetProperty("stages").GetProperty(stage).Numbers(),
                moments,
                Near.Values,
                stage
            );
        }

        Near.Equal(
            expected.GetProperty("logits0").Numbers(),
            logits[0].Numbers(),
            Near.Values,
            $"{name}: logits"
        );
        var loss = torch.nn.functional.cross_entropy(logits, batch.Labels);
        Near.Equal(expected.Number("loss"), loss.item<double>(), Near.Values, $"{name}: loss");
        var trained = sub.Weights.Trained;
        var gradients = torch.autograd.grad([loss], [alpha, theta.Weights, .. trained.All]);
        Near.Equal(
            expected.GetProperty("grad_alpha").Numbers(),
            gradients[0].Numbers(),
            Near.Values,
            "alpha"
        );
        Near.Equal(
            expected.GetProperty("grad_theta").Numbers(),
            gradients[1].Numbers(),
            Near.Values,
            "theta"
        );
        Near.Equal(
            expected.Number("grad_total_norm"),
            Sgd.Norm(gradients.Skip(2)),
            Near.Values,
            $"{name}: total norm"
        );
        var largest = expected.GetProperty("grad_norm").EnumerateObject().Max(norm => norm.Value.GetDouble());
        foreach (var (path, gradient) in trained.Names.Zip(gradients.Skip(2)))
        {
            var (norm, first) = (Sgd.Norm([gradient]), gradient.Numbers()[0]);
            Near.Equal(
                [expected.GetProperty("grad_norm").Number(path), largest],
                [norm, largest],
                Near.Values,
                path
            );
            Near.Equal(
                [expected.GetProperty("grad_first").Number(path), largest],
                [first, largest],
                Near.Values,
                path
            );
        }
    }

    private static void OneHot(TinySupernet tiny, JsonProperty item, JsonElement operations)
    {
        using var weights = tiny.Weights();
        int[] places =
        [
            .. operations
                .EnumerateArray()
                .Select(operation => tiny.Blueprint.Operations.IndexOf(operation.GetString()!)),
        ];
        var live = LiveOperations.One(tiny.Blueprint, places);
        Compare(tiny, item, weights, Mixing.OneHot(live, tiny.Input.Images));
    }

    private static void Restricted(TinySupernet tiny, JsonProperty item)
    {
        using var sub = tiny.Sub("counter");
        var encoding = item.Value.GetProperty("encoding").Numbers();
        sub.Live = LiveOperations.Where(6, 5, (edge, operation) => encoding[5 * edge + operation] > 0);
        var alpha = sub.Architecture[AlphaStep.Alpha];
        var mixing = Mixing.Softmax(alpha, sub.Live);
        Near.Equal(item.Value.GetProperty("theta").Numbers(), mixing.Weights.Numbers(), Near.Values, "theta");
        var loss = Compare(tiny, item, sub.Weights, mixing);
        var gradient = torch.autograd.grad([loss], [alpha])[0];
        Near.Equal(item.Value.GetProperty("grad_alpha").Numbers(), gradient.Numbers(), Near.Values, "alpha");
    }

    private static Tensor Compare(
        TinySupernet tiny,
        JsonProperty item,
        SupernetWeights weights,
        Mixing mixing
    )
    {
        var batch = tiny.Named(item.Value.GetProperty("batch").GetString()!);
        var logits = tiny.Net.Forward(batch.Images, weights, mixing, BatchNormMode.Batch);
        Near.Equal(item.Value.GetProperty("logits0").Numbers(), logits[0].Numbers(), Near.Values, item.Name);
        var loss = torch.nn.functional.cross_entropy(logits, batch.Labels);
        Near.Equal(item.Value.Number("loss"), loss.item<double>(), Near.Values, item.Name);
        return loss;
    }
}
