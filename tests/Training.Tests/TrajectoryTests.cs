using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Benchmarks.NasBench201;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Probe;
using ZcBench.Scores;
using ZcBench.Training.States;

namespace ZcBench.Training.Tests;

public sealed class TrajectoryTests : TorchTest
{
    private static readonly Convolution Conv = (Convolution)TinyTraining.Network().Steps[1].Operation;
    private static readonly BatchNorm Norm = (BatchNorm)TinyTraining.Network().Steps[2].Operation;
    private static readonly Classifier Linear = (Classifier)TinyTraining.Network().Steps[5].Operation;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Five_steps_are_those_of_gradients_by_finite_differences()
    {
        using var trainer = TinyTraining.Trainer();
        using var trajectory = trainer.Begin([TinyTraining.Network()]);
        var reference = new ReferenceTraining(Parameters(trajectory.After(0, stop: Stop)));
        for (var step = 0; step < 5; step++)
        {
            reference.Step(step);
            var state = trajectory.After(step + 1, stop: Stop);
            // Central differences are right to about 1e-10 of a gradient.
            Assert.Equal(reference.Losses[step], state.Curves[0].Losses[step], 1e-9);
            Assert.Equal(reference.Parameters, Parameters(state), (a, b) => Math.Abs(a - b) < 1e-7);
        }
    }

    [Fact]
    public void Validation_is_that_of_the_running_statistics()
    {
        using var trainer = TinyTraining.Trainer();
        using var trajectory = trainer.Begin([TinyTraining.Network()]);
        var reference = new ReferenceTraining(Parameters(trajectory.After(0, stop: Stop)));
        for (var step = 0; step < 5; step++)
        {
            reference.Step(step);
        }

        var (loss, accuracy) = reference.Validate();
        var seen = trajectory.After(5, stop: Stop).Validate()[0];
        Assert.Equal(loss, seen.Loss, 1e-6);
        Assert.Equal(accuracy, seen.Accuracy, 1e-12);
    }

    [Fact]
    public void A_training_that_goes_on_from_a_file_is_the_same_to_the_byte()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var trainer = TinyTraining.Trainer();
            using var whole = trainer.Begin([TinyTraining.Network()]);
            var expected = Parameters(whole.After(6, stop: Stop));
            using (var first = trainer.Begin([TinyTraining.Network()]))
            {
                first.After(4, stop: Stop);
                first.Write(file, "tiny");
            }

            using var second = trainer.Begin([TinyTraining.Network()]);
            second.Read(file, "tiny");
            Assert.Equal(4, second.Steps);
            var state = second.After(6, stop: Stop);
            Assert.Equal(expected, Parameters(state));
            Assert.Equal(whole.After(6, stop: Stop).Curves[0].Losses, state.Curves[0].Losses);
            Assert.Equal(whole.After(6, stop: Stop).Validate(), state.Validate());
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_file_of_another_training_is_refused()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var trainer = TinyTraining.Trainer();
            using var trajectory = trainer.Begin([TinyTraining.Network()]);
            trajectory.Write(file, "tiny");
            var error = Assert.Throws<UserError>(() => trajectory.Read(file, "other"));
            Assert.Contains("is of another training", error.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Four_networks_at_once_are_trained_as_each_alone()
    {
        string[] texts =
        [
            "|nor_conv_3x3~0|+|none~0|nor_conv_1x1~1|+|skip_connect~0|none~1|avg_pool_3x3~2|",
            "|nor_conv_3x3~0|+|nor_conv_1x1~0|nor_conv_1x1~1|+|none~0|none~1|nor_conv_3x3~2|",
            "|skip_connect~0|+|none~0|skip_connect~1|+|avg_pool_3x3~0|none~1|nor_conv_1x1~2|",
            "|none~0|+|none~0|none~1|+|none~0|none~1|none~2|",
        ];
        var space = new NasBench201Space();
        var task = ImageTask.Cifar10;
        Blueprint[] networks = [.. texts.Select(text => space.Build(space.Parse(text), task))];
        var images = LabelledImages.Of(Minibatch.Noise(task, 24, 0));
        var recipe = new TrainingRecipe("noise", 16, 8, Epochs: 2, Batch: 8);
        using var trainer = new Trainer(recipe, new(images, recipe, 0), 0, Placement.Cpu64);
        using var together = trainer.Begin(networks);
        var all = together.After(3, stop: Stop);
        var judged = all.Validate();
        for (var i = 0; i < networks.Length; i++)
        {
            using var alone = trainer.Begin([networks[i]]);
            var one = alone.After(3, stop: Stop);
            Assert.Equal(one.Curves[0].Losses, all.Curves[i].Losses, (a, b) => Math.Abs(a - b) < 1e-9);
            Assert.Equal(1, judged[i].Loss / one.Validate()[0].Loss, 1e-8);
            using var scope = torch.NewDisposeScope();
            foreach (var layer in networks[i].Steps.Select(step => step.Operation).OfType<Convolution>())
            {
                var difference = one.Weights.Weight(0, layer).sub(all.Weights.Weight(i, layer)).abs().max();
                Assert.True(difference.item<double>() < 1e-9, $"{texts[i]}, {layer.Path}");
            }
        }
    }

    [Fact]
    public void Training_changes_no_weight_of_another_training()
    {
        using var trainer = TinyTraining.Trainer();
        using var first = trainer.Begin([TinyTraining.Network()]);
        var drawn = Parameters(first.After(0, stop: Stop));
        first.After(3, stop: Stop);
        using var second = trainer.Begin([TinyTraining.Network()]);
        Assert.Equal(drawn, Parameters(second.After(0, stop: Stop)));
    }

    [Fact]
    public void A_stop_ends_between_two_steps()
    {
        using var trainer = TinyTraining.Trainer();
        using var trajectory = trainer.Begin([TinyTraining.Network()]);
        using var stop = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => trajectory.After(6, _ => stop.Cancel(), stop.Token));
        Assert.Equal(1, trajectory.Steps);
    }

    [Fact]
    public void An_epoch_sees_every_image_once_and_each_in_another_order()
    {
        var recipe = TinyTraining.Recipe;
        var images = new TrainingImages(TinyTraining.Images, recipe, 0);
        var trained = TinyTraining.Images.Part(..recipe.ImageCount).Whole().Pixels.Chunk(32).ToList();
        var orders = Enumerable.Range(0, 2).Select(Order).ToList();
        Assert.All(orders, order => Assert.Equal(Enumerable.Range(0, TinyTraining.Count), order.Order()));
        Assert.NotEqual(orders[0], orders[1]);

        int[] Order(int epoch) =>
            [
                .. Enumerable
                    .Range(epoch * recipe.StepsPerEpoch(), recipe.StepsPerEpoch())
                    .SelectMany(step => images.Of(step).Pixels.Chunk(32))
                    .Select(image => trained.FindIndex(one => one.SequenceEqual(image))),
            ];
    }

    // Convolution, scale, shift, classifier, bias.
    private static double[] Parameters(ITrainedState state)
    {
        using var scope = torch.NewDisposeScope();
        var (scale, shift) = state.Weights.Affine(0, Norm)!.Value;
        Tensor[] all =
        [
            state.Weights.Weight(0, Conv),
            scale,
            shift,
            state.Weights.Weight(0, Linear),
            state.Weights.Bias(0, Linear),
        ];
        return [.. all.SelectMany(tensor => tensor.contiguous().data<double>().ToArray())];
    }
}
