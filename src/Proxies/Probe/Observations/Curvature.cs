using System.Runtime.InteropServices;
using ZcBench.Benchmarks.Blueprints;
using ZcBench.Proxies.Engine;
using ZcBench.Proxies.Kernels;
using ZcBench.Proxies.Networks;
using ZcBench.Proxies.Population;

namespace ZcBench.Proxies.Probe.Observations;

/// <summary>The mixed second derivative of the loss along the weights and along its gradient.</summary>
/// <param name="WeightsHessianGradient">wᵀ H g, with w all weights, g = ∂L/∂w and H the Hessian of L.</param>
/// <remarks>
/// wᵀ H g = ∂²L(w + s w + t g)/∂s∂t at 0, which one forward pass carries along: every value v becomes four,
/// (v, v_s, v_t, v_st), stacked along the batch. A convolution by W + sW + tG then is one convolution by W of
/// all four and one by G of the first two. No graph of a graph is built, and the memory is that of a forward
/// pass.
/// </remarks>
public sealed record Curvature(double WeightsHessianGradient)
{
    /// <summary>The second derivative along weights and gradient.</summary>
    public static Need<Curvature> Need { get; } =
        new("curvature", "wᵀHg by one forward pass of second-order numbers", [LossGradients.OfLayers], Run)
        {
            Differentiates = true,
            Passes = 6,
            HoldsLargest = 16,
        };

    private static IReadOnlyList<Curvature> Run(Session session)
    {
        var (layers, found) = session.Get(LossGradients.OfLayers)[0];
        var gradientOf = layers
            .All.Zip(found)
            .ToDictionary(item => item.First.Step.Index, item => item.Second);
        using var scope = torch.NewDisposeScope();
        using var gradients = torch.no_grad();
        var network = session.Network;
        var input = network.Inputs(session.Images);
        var quad = torch.cat([
            input,
            torch.zeros_like(input),
            torch.zeros_like(input),
            torch.zeros_like(input),
        ]);
        var logits = Logits(network, quad, step => gradientOf.GetValueOrDefault(step.Index));
        var products = OfLoss(logits, session.Labels(), session.Blueprints.Count);
        return [.. Numbers.All(products).Select(product => new Curvature(product))];
    }

    /// <summary>The logits [4 N, P·classes] of inputs and their derivatives (v, v_s, v_t, v_st).</summary>
    /// <param name="network">The networks.</param>
    /// <param name="quad">Inputs and derivatives along the batch, [4 N, C, H, W].</param>
    /// <param name="gradientOf">
    /// G of a step, with weights W + sW + tG; null for weights that stay as they are.
    /// </param>
    internal static Tensor Logits(
        PopulationNetwork network,
        Tensor quad,
        Func<GroupedStep, Tensor?>? gradientOf
    ) =>
        Evaluation.Run(
            network.Schedule,
            network.Schedule.Needed(StepSelection.Logits),
            quad,
            Unobserved.Instance,
            (step, inputs) =>
            {
                using var scope = torch.NewDisposeScope();
                return Compute(network, step, inputs, gradientOf, quad.shape[0]).MoveToOuterDisposeScope();
            }
        )!;

    private static Tensor Compute(
        PopulationNetwork network,
        GroupedStep step,
        Tensor[] inputs,
        Func<GroupedStep, Tensor?>? gradientOf,
        long batch
    ) =>
        step.Operation switch
        {
            Convolution conv => Linear(
                step,
                inputs[0],
                network.Weight(step)!,
                gradientOf,
                network.Bias(step)?.reshape(1, -1, 1, 1),
                (x, w) => Arithmetic.Convolve(step, conv, x, w, null)
            ),
            Classifier => Linear(
                step,
                inputs[0],
                network.Weight(step)!,
                gradientOf,
                network.Bias(step),
                (x, w) => Arithmetic.Classify(step, x, w, null)
            ),
            BatchNorm => Scaled(Normalise(inputs[0], step.Norm.Epsilon), network.Affine(step)),
            ChannelScale or ChannelShift => Scaled(inputs[0], network.Affine(step)),
            Relu relu => Rectify(inputs[0], relu),
            Activation activation => Activate(inputs[0], activation),
            Rescale rescale => Affine(inputs[0], rescale),
            Product => Multiply(step, inputs[0], inputs[1]),
            MaxPool pool => SelectLargest(inputs[0], pool),
            Zero => network.Zeros(step, batch),
            _ => Arithmetic.Rearrange(step, inputs),
        };

    // y = W x, y_s = W x + W x_s, y_t = G x + W x_t, y_st = W x_t + G x_s + W x_st, or W times each.
    private static Tensor Linear(
        GroupedStep step,
        Tensor quad,
        Tensor weight,
        Func<GroupedStep, Tensor?>? gradientOf,
        Tensor? bias,
        Func<Tensor, Tensor, Tensor> apply
    )
    {
        var samples = quad.shape[0] / 4;
        var result = apply(quad, weight.detach());
        if (gradientOf is not null)
        {
            Part(result, 3).add_(Part(result, 2), Scalars.Of(1));
            Part(result, 1).add_(Part(result, 0), Scalars.Of(1));
        }

        if (gradientOf?.Invoke(step) is { } gradient)
        {
            result
                .narrow(0, 2 * samples, 2 * samples)
                .add_(apply(quad.narrow(0, 0, 2 * samples), gradient), Scalars.Of(1));
        }

        if (bias is not null)
        {
            Part(result, 0).add_(bias.detach(), Scalars.Of(1));
        }

        return result;
    }

    private static Tensor Rectify(Tensor quad, Relu relu)
    {
        // 1 where v > 0, else 0; a comparison and the way back to numbers take twice as long.
        var mask = Part(quad, 0).relu().sign();
        if (relu.IsPlain)
        {
            return Quarters(quad).mul(mask).reshape(quad.shape);
        }

        var slopes = mask.mul(Scalars.Of(1 - relu.Slope)).add(Scalars.Of(relu.Slope), Scalars.Of(1));
        if (!double.IsPositiveInfinity(relu.Ceiling))
        {
            slopes = slopes.mul(Part(quad, 0).lt(Scalars.Of(relu.Ceiling)).to(quad.dtype));
        }

        var result = Quarters(quad).mul(slopes).reshape(quad.shape);
        Part(result, 0).copy_(Elementwise.Rectify(Part(quad, 0), relu));
        return result;
    }

    // y = f(x), y_s = f′ x_s, y_t = f′ x_t, y_st = f′ x_st + f″ x_s x_t.
    private static Tensor Activate(Tensor quad, Activation activation)
    {
        Tensor value,
            first;
        Tensor? second;
        using (torch.enable_grad())
        {
            var x = Part(quad, 0).detach().requires_grad_();
            value = Elementwise.Of(x, activation);
            first = torch.autograd.grad([value.sum()], [x], retain_graph: true, create_graph: true)[0];
            second = first.requires_grad ? torch.autograd.grad([first.sum()], [x])[0] : null;
        }

        var result = Quarters(quad).mul(first.detach()).reshape(quad.shape);
        Part(result, 0).copy_(value.detach());
        if (second is not null)
        {
            Part(result, 3).add_(second.mul(Part(quad, 1)).mul(Part(quad, 2)), Scalars.Of(1));
        }

        return result;
    }

    private static Tensor Affine(Tensor quad, Rescale rescale)
    {
        var result = quad.mul(Scalars.Of(rescale.Factor));
        Part(result, 0).add_(Scalars.Of(rescale.Offset), Scalars.Of(1));
        return result;
    }

    // (a b)_st = a_st b + a_s b_t + a_t b_s + a b_st.
    private static Tensor Multiply(GroupedStep step, Tensor one, Tensor other)
    {
        return torch.cat([
            Times(0, 0),
            Times(1, 0).add(Times(0, 1), Scalars.Of(1)),
            Times(2, 0).add(Times(0, 2), Scalars.Of(1)),
            Times(3, 0)
                .add(Times(1, 2), Scalars.Of(1))
                .add(Times(2, 1), Scalars.Of(1))
                .add(Times(0, 3), Scalars.Of(1)),
        ]);

        Tensor Times(int a, int b) => Arithmetic.Multiply(step, Part(one, a), Part(other, b));
    }

    // The largest element of each window of v is the one that all four parts pass on. One part at a time: its
    // windows take Kernel² times its memory.
    private static Tensor SelectLargest(Tensor quad, MaxPool pool)
    {
        if (!pool.Extra.IsEmpty)
        {
            return SelectLargest(Lowered(quad, pool.Extra), pool with { Extra = default });
        }

        var chosen = Chosen();
        return torch.cat([
            .. Enumerable
                .Range(0, 4)
                .Select(index =>
                {
                    using var scope = torch.NewDisposeScope();
                    return Windows(Part(quad, index))
                        .gather(1, chosen)
                        .reshape(Part(quad, index).shape[0], quad.shape[1], Size(2), Size(3))
                        .MoveToOuterDisposeScope();
                }),
        ]);

        // Indices [N·C, 1, windows]. Padding is pushed below everything, so that it is never chosen.
        Tensor Chosen()
        {
            using var scope = torch.NewDisposeScope();
            var v = Part(quad, 0);
            var windows = Windows(v);
            if (pool.Padding > 0)
            {
                var inside = Windows(torch.ones_like(v.narrow(0, 0, 1).narrow(1, 0, 1)));
                windows = windows.sub(
                    inside.neg().add(Scalars.Of(1), Scalars.Of(1)).mul(Scalars.Of(float.MaxValue))
                );
            }

            return windows.argmax(1, keepdim: true).MoveToOuterDisposeScope();
        }

        Tensor Windows(Tensor value) =>
            torch.nn.functional.unfold(
                value.reshape(-1, 1, value.shape[2], value.shape[3]),
                pool.Kernel,
                dilation: 1,
                padding: pool.Padding,
                stride: pool.Stride
            );

        long Size(int dimension) =>
            (quad.shape[dimension] + 2 * pool.Padding - pool.Kernel) / pool.Stride + 1;
    }

    // More padding, which is never the largest.
    private static Tensor Lowered(Tensor quad, Margins sides)
    {
        var lowest = Arithmetic.Padded(Part(quad, 0), sides, -float.MaxValue);
        var rest = quad.narrow(0, quad.shape[0] / 4, 3 * quad.shape[0] / 4);
        return torch.cat([lowest, Arithmetic.Padded(rest, sides)]);
    }

    // Scale and shift are constants: what is differentiated along are the weights of layers.
    private static Tensor Scaled(Tensor quad, NormParameters parameters)
    {
        var result = parameters.Scale is { } scale
            ? quad.mul(scale.detach().reshape(1, -1, 1, 1))
            : quad.view(quad.shape);
        if (parameters.Shift is { } shift)
        {
            result = parameters.Scale is null ? quad.clone() : result;
            Part(result, 0).add_(shift.detach().reshape(1, -1, 1, 1), Scalars.Of(1));
        }

        return result;
    }

    // y = c r with c = x − mean(x) and r = (mean(c²) + ε)^(−½), differentiated by the product and chain
    // rules.
    private static Tensor Normalise(Tensor quad, double epsilon) =>
        quad.device.type == DeviceType.CPU && Rows.FitsSpan(quad)
            ? NormaliseWhereItLies(quad, epsilon)
            : NormaliseByTensors(quad, epsilon);

    internal static Tensor NormaliseWhereItLies(Tensor quad, double epsilon)
    {
        var rows = Rows.SampleMajor(quad);
        var result = torch.empty_like(rows);
        var channels = (int)quad.shape[1];
        var norm = new SecondOrderNorm(
            (int)(quad.numel() / 4 / channels),
            channels,
            epsilon,
            torch.get_num_threads()
        );
        if (rows.dtype == torch.float64)
        {
            norm.Apply(
                MemoryMarshal.Cast<byte, double>(rows.bytes),
                MemoryMarshal.Cast<byte, double>(result.bytes)
            );
        }
        else
        {
            norm.Apply(
                MemoryMarshal.Cast<byte, float>(rows.bytes),
                MemoryMarshal.Cast<byte, float>(result.bytes)
            );
        }

        return Placement.Laid(result.permute(0, 3, 1, 2));
    }

    internal static Tensor NormaliseByTensors(Tensor quad, double epsilon)
    {
        var parts = Quarters(quad);
        var centred = parts.sub(parts.mean([1, 3, 4], keepdim: true));
        var (c, cs, ct) = (centred.select(0, 0), centred.select(0, 1), centred.select(0, 2));
        var moments = centred.mul(c).mean([1, 3, 4], keepdim: true);
        var cross = cs.mul(ct).mean([0, 2, 3], keepdim: true);
        var v = moments.select(0, 0);
        var (vs, vt) = (moments.select(0, 1).mul(Scalars.Of(2)), moments.select(0, 2).mul(Scalars.Of(2)));
        var vst = moments.select(0, 3).add(cross, Scalars.Of(1)).mul(Scalars.Of(2));
        var r = v.add(Scalars.Of(epsilon), Scalars.Of(1)).rsqrt();
        var first = r.pow(Scalars.Of(3)).mul(Scalars.Of(-0.5));
        var second = r.pow(Scalars.Of(5)).mul(Scalars.Of(0.75));
        var (rs, rt) = (first.mul(vs), first.mul(vt));
        var rst = first.mul(vst).add(second.mul(vs).mul(vt), Scalars.Of(1));
        var result = centred.mul(r);
        result.select(0, 1).add_(c.mul(rs), Scalars.Of(1));
        result.select(0, 2).add_(c.mul(rt), Scalars.Of(1));
        result
            .select(0, 3)
            .add_(cs.mul(rt), Scalars.Of(1))
            .add_(ct.mul(rs), Scalars.Of(1))
            .add_(c.mul(rst), Scalars.Of(1));
        return result.reshape(quad.shape);
    }

    // L_st = mean_n [ Σ_k (p_k − y_k) z_st,k + Σ_k p_k z_s,k z_t,k − (Σ_k p_k z_s,k)(Σ_k p_k z_t,k) ], p =
    // softmax(z); one for each network.
    private static Tensor OfLoss(Tensor quad, Tensor labels, int members)
    {
        var wide = Numbers.Wide(quad).reshape(quad.shape[0], members, -1);
        var (z, zs, zt, zst) = (Part(wide, 0), Part(wide, 1), Part(wide, 2), Part(wide, 3));
        var chosen = labels.reshape(-1, 1, 1).repeat(1, members, 1);
        var p = torch.nn.functional.softmax(z, 2);
        var linear = p.mul(zst).sum([2L]).sub(zst.gather(2, chosen).squeeze(2));
        var quadratic = p.mul(zs).mul(zt).sum([2L]).sub(p.mul(zs).sum([2L]).mul(p.mul(zt).sum([2L])));
        return linear.add(quadratic, Scalars.Of(1)).mean([0]);
    }

    private static Tensor Part(Tensor quad, int index)
    {
        var samples = quad.shape[0] / 4;
        return quad.narrow(0, index * samples, samples);
    }

    private static Tensor Quarters(Tensor quad) => quad.reshape([4, quad.shape[0] / 4, .. quad.shape[1..]]);
}
