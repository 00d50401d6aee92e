using ZcBench.Benchmarks;
using ZcBench.Benchmarks.Blueprints;

namespace ZcBench.Onnx.Tests;

/// <summary>Networks that PyTorch's own writer exported.</summary>
public sealed class ExportedNetworkTests
{
    [Theory]
    [InlineData("residual")]
    [InlineData("folded")]
    [InlineData("mixed")]
    [InlineData("views")]
    public void Logits_are_those_of_pytorch(string kind)
    {
        var exported = Exported.Of(kind);
        var file = OnnxNetwork.Read(kind, exported.File);
        var logits = Evaluated.Logits(file, exported.Images);
        if (kind == "mixed")
        {
            logits = [.. logits.Chunk(file.Task.Classes).SelectMany(Softmax)];
        }

        Assert.Equal(exported.Logits.Length, logits.Length);
        Assert.All(exported.Logits.Zip(logits), pair => Assert.Equal(pair.First, pair.Second, 1e-5));
    }

    [Fact]
    public void Weights_keep_their_names_and_batch_norm_its_momentum()
    {
        var file = OnnxNetwork.Read("residual", Exported.Of("residual").File);
        var operations = file.Build(file.Task).Steps.Select(step => step.Operation).ToList();
        Assert.Contains(operations, item => item is Convolution { Path: "blocks.0.a.weight", Groups: 16 });
        Assert.Contains(
            operations,
            item => item is BatchNorm { Path: "blocks.0.bn_a", Epsilon: 1e-3, Momentum: 0.01 }
        );
        Assert.Contains(
            operations,
            item => item is Classifier { Path: "fc", Weight: "fc.weight", Bias: "fc.bias" }
        );
        Assert.Empty(file.Notices);
    }

    [Fact]
    public void Stages_end_where_branches_meet()
    {
        var file = OnnxNetwork.Read("residual", Exported.Of("residual").File);
        var network = file.Build(file.Task);
        Assert.Equal(["stem", "block00", "block01"], network.Stages.Select(stage => stage.Name));
        Assert.All(network.Stages.Skip(1), stage => Assert.IsType<Sum>(network.Steps[stage.Step].Operation));
    }

    [Fact]
    public void Folded_batch_norm_is_said() =>
        Assert.Contains(
            OnnxNetwork.Read("folded", Exported.Of("folded").File).Notices,
            notice => notice.Contains("folded", StringComparison.Ordinal)
        );

    [Theory]
    [InlineData("normalised", "InstanceNormalization", "batch norm alone")]
    [InlineData("transformer", "Transpose", "operations of docs/your-networks.md")]
    public void What_no_proxy_sees_through_is_named(string kind, string operation, string remedy)
    {
        var exported = Exported.Of(kind);
        var refusal = Assert.Throws<UserError>(() => OnnxNetwork.Read(kind, exported.File));
        Assert.Contains(operation, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, refusal.Message, StringComparison.Ordinal);
    }

    private static float[] Softmax(float[] logits)
    {
        double[] powers = [.. logits.Select(logit => Math.Exp(logit))];
        return [.. powers.Select(power => (float)(power / powers.Sum()))];
    }
}
