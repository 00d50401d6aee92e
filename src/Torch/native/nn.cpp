// Layers.
#include "shim.h"

using zct::optional_ref;
using zct::ref;
using zct::sizes;

int zct_linear(zct_tensor input, zct_tensor weight, zct_tensor bias, zct_tensor* out)
{
    ZCT_RETURN(at::linear(ref(input), ref(weight), optional_ref(bias)));
}

int zct_conv2d(zct_tensor input, zct_tensor weight, zct_tensor bias, const int64_t* stride,
    int32_t stride_count, const int64_t* padding, int32_t padding_count, const int64_t* dilation,
    int32_t dilation_count, int64_t groups, zct_tensor* out)
{
    ZCT_RETURN(at::conv2d(ref(input), ref(weight), optional_ref(bias), sizes(stride, stride_count),
        sizes(padding, padding_count), sizes(dilation, dilation_count), groups));
}

int zct_group_norm(zct_tensor input, int64_t groups, zct_tensor weight, zct_tensor bias, double eps,
    zct_tensor* out)
{
    ZCT_RETURN(at::group_norm(ref(input), groups, optional_ref(weight), optional_ref(bias), eps,
        at::globalContext().userEnabledCuDNN()));
}

int zct_avg_pool2d(zct_tensor input, const int64_t* kernel, int32_t kernel_count, const int64_t* stride,
    int32_t stride_count, const int64_t* padding, int32_t padding_count, zct_bool ceil_mode,
    zct_bool count_include_pad, int64_t divisor, zct_tensor* out)
{
    const auto k = sizes(kernel, kernel_count);
    const auto s = sizes(stride, stride_count);
    const auto p = sizes(padding, padding_count);
    if (divisor == 0)
        ZCT_RETURN(at::avg_pool2d(ref(input), k, s, p, ceil_mode != 0, count_include_pad != 0));
    ZCT_RETURN(at::avg_pool2d(ref(input), k, s, p, ceil_mode != 0, count_include_pad != 0, divisor));
}

int zct_max_pool2d(zct_tensor input, const int64_t* kernel, int32_t kernel_count, const int64_t* stride,
    int32_t stride_count, const int64_t* padding, int32_t padding_count, const int64_t* dilation,
    int32_t dilation_count, zct_bool ceil_mode, zct_tensor* out)
{
    ZCT_RETURN(at::max_pool2d(ref(input), sizes(kernel, kernel_count), sizes(stride, stride_count),
        sizes(padding, padding_count), sizes(dilation, dilation_count), ceil_mode != 0));
}

int zct_adaptive_avg_pool2d(zct_tensor input, const int64_t* size, int32_t count, zct_tensor* out)
{
    ZCT_RETURN(at::adaptive_avg_pool2d(ref(input), sizes(size, count)));
}

int zct_unfold(zct_tensor input, const int64_t* kernel, const int64_t* dilation, const int64_t* padding,
    const int64_t* stride, zct_tensor* out)
{
    ZCT_RETURN(at::im2col(ref(input), sizes(kernel, 2), sizes(dilation, 2), sizes(padding, 2), sizes(stride,
        2)));
}

int zct_pixel_unshuffle(zct_tensor input, int64_t factor, zct_tensor* out)
{
    ZCT_RETURN(at::pixel_unshuffle(ref(input), factor));
}

int zct_softmax(zct_tensor input, int64_t dim, int32_t dtype, zct_tensor* out)
{
    ZCT_RETURN(dtype == ZCT_NO_DTYPE ? at::softmax(ref(input), dim) : at::softmax(ref(input), dim,
        zct::dtype(dtype)));
}

int zct_log_softmax(zct_tensor input, int64_t dim, int32_t dtype, zct_tensor* out)
{
    ZCT_RETURN(dtype == ZCT_NO_DTYPE ? at::log_softmax(ref(input), dim)
                                     : at::log_softmax(ref(input), dim, zct::dtype(dtype)));
}

int zct_cross_entropy(zct_tensor input, zct_tensor target, zct_tensor weight, int64_t reduction,
    int64_t ignore_index, double label_smoothing, zct_tensor* out)
{
    ZCT_RETURN(at::cross_entropy_loss(ref(input), ref(target), optional_ref(weight), reduction, ignore_index,
        label_smoothing));
}
