// Batch norm in training mode of values that lie channels last on the CPU. libtorch adds up the numbers of such a channel in
// single precision one after the other, which costs a minibatch of images three digits of its variance, and in parts that depend on the
// number of threads. Here blocks of rows are added first and the blocks in double precision, in an order that is always the same.
#include "shim.h"

#include <ATen/Parallel.h>
#include <torch/csrc/autograd/custom_function.h>

#include <algorithm>
#include <cmath>

namespace {

constexpr int64_t block = 64;
constexpr int64_t grain = 16;

// Totals of `width` numbers to which body(first row, last row, sums) adds.
template <class T, class Body>
std::vector<double> totals(int64_t rows, int64_t width, const Body& body)
{
    const int64_t blocks = (rows + block - 1) / block;
    std::vector<T> parts(static_cast<size_t>(blocks * width));
    at::parallel_for(0, blocks, grain, [&](int64_t first, int64_t last) {
        for (int64_t b = first; b < last; b++)
            body(b * block, std::min(rows, (b + 1) * block), parts.data() + b * width);
    });
    std::vector<double> sums(static_cast<size_t>(width));
    for (int64_t b = 0; b < blocks; b++)
        for (int64_t i = 0; i < width; i++)
            sums[i] += static_cast<double>(parts[b * width + i]);
    return sums;
}

template <class T>
void normalise(const T* __restrict x, T* __restrict y, T* __restrict scale, int64_t rows, int64_t channels, double eps)
{
    const auto sums = totals<T>(rows, channels, [&](int64_t first, int64_t last, T* __restrict sum) {
        for (int64_t row = first; row < last; row++)
            for (int64_t c = 0; c < channels; c++)
                sum[c] += x[row * channels + c];
    });
    std::vector<T> means(static_cast<size_t>(channels));
    for (int64_t c = 0; c < channels; c++)
        means[c] = static_cast<T>(sums[c] / static_cast<double>(rows));
    const T* __restrict mean = means.data();
    const auto squares = totals<T>(rows, channels, [&](int64_t first, int64_t last, T* __restrict sum) {
        for (int64_t row = first; row < last; row++)
            for (int64_t c = 0; c < channels; c++) {
                const T centred = x[row * channels + c] - mean[c];
                sum[c] += centred * centred;
            }
    });
    for (int64_t c = 0; c < channels; c++)
        scale[c] = static_cast<T>(1 / std::sqrt(squares[c] / static_cast<double>(rows) + eps));
    at::parallel_for(0, rows, block * grain, [&](int64_t first, int64_t last) {
        for (int64_t row = first; row < last; row++)
            for (int64_t c = 0; c < channels; c++)
                y[row * channels + c] = (x[row * channels + c] - mean[c]) * scale[c];
    });
}

// ∂x = scale · (g − mean(g) − y · mean(g y)).
template <class T>
void differentiate(const T* __restrict g, const T* __restrict y, const T* __restrict scale, T* __restrict out, int64_t rows,
    int64_t channels)
{
    const auto sums = totals<T>(rows, 2 * channels, [&](int64_t first, int64_t last, T* __restrict sum) {
        for (int64_t row = first; row < last; row++)
            for (int64_t c = 0; c < channels; c++) {
                sum[c] += g[row * channels + c];
                sum[channels + c] += g[row * channels + c] * y[row * channels + c];
            }
    });
    std::vector<T> means(static_cast<size_t>(2 * channels));
    for (int64_t i = 0; i < 2 * channels; i++)
        means[i] = static_cast<T>(sums[i] / static_cast<double>(rows));
    const T* __restrict mean = means.data();
    const T* __restrict product = means.data() + channels;
    at::parallel_for(0, rows, block * grain, [&](int64_t first, int64_t last) {
        for (int64_t row = first; row < last; row++)
            for (int64_t c = 0; c < channels; c++) {
                const int64_t i = row * channels + c;
                out[i] = scale[c] * (g[i] - mean[c] - y[i] * product[c]);
            }
    });
}

class ChannelsLastNorm : public torch::autograd::Function<ChannelsLastNorm> {
public:
    static at::Tensor forward(torch::autograd::AutogradContext* context, const at::Tensor& x, double eps)
    {
        at::Tensor y = at::empty_like(x);
        at::Tensor scale = at::empty({x.size(1)}, x.options());
        AT_DISPATCH_FLOATING_TYPES(x.scalar_type(), "batch_norm", [&] {
            normalise(x.data_ptr<scalar_t>(), y.data_ptr<scalar_t>(), scale.data_ptr<scalar_t>(), x.numel() / x.size(1), x.size(1), eps);
        });
        context->save_for_backward({y, scale});
        return y;
    }

    static torch::autograd::variable_list backward(
        torch::autograd::AutogradContext* context, const torch::autograd::variable_list& gradients)
    {
        const auto saved = context->get_saved_variables();
        const at::Tensor& y = saved[0];
        const at::Tensor gradient = gradients[0].contiguous(at::MemoryFormat::ChannelsLast);
        at::Tensor out = at::empty_like(y);
        AT_DISPATCH_FLOATING_TYPES(y.scalar_type(), "batch_norm_backward", [&] {
            differentiate(gradient.data_ptr<scalar_t>(), y.data_ptr<scalar_t>(), saved[1].data_ptr<scalar_t>(),
                out.data_ptr<scalar_t>(), y.numel() / y.size(1), y.size(1));
        });
        return {out, at::Tensor()};
    }
};

bool is_channels_last(const at::Tensor& x)
{
    return x.device().is_cpu() && x.dim() == 4 && x.numel() > 0 && x.is_contiguous(at::MemoryFormat::ChannelsLast)
        && (x.scalar_type() == at::kFloat || x.scalar_type() == at::kDouble);
}

at::Tensor batch_norm(const at::Tensor& x, const at::Tensor& mean, const at::Tensor& variance, const at::Tensor& weight,
    const at::Tensor& bias, bool training, double momentum, double eps)
{
    if (training && !mean.defined() && !variance.defined() && is_channels_last(x)) {
        at::Tensor y = ChannelsLastNorm::apply(x, eps);
        if (weight.defined())
            y = y * weight.view({1, -1, 1, 1});
        return bias.defined() ? y + bias.view({1, -1, 1, 1}) : y;
    }
    return at::batch_norm(
        x, weight, bias, mean, variance, training, momentum, eps, at::globalContext().userEnabledCuDNN());
}

} // namespace

int zct_batch_norm(zct_tensor input, zct_tensor running_mean, zct_tensor running_var, zct_tensor weight,
    zct_tensor bias, zct_bool training, double momentum, double eps, zct_tensor* out)
{
    ZCT_RETURN(batch_norm(zct::ref(input), zct::optional_ref(running_mean), zct::optional_ref(running_var),
        zct::optional_ref(weight), zct::optional_ref(bias), training != 0, momentum, eps));
}
