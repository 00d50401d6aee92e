// New tensors.
#include "shim.h"

using zct::ref;
using zct::scalar;
using zct::sizes;

namespace {

at::TensorOptions options(const zct_options* o)
{
    return at::TensorOptions().dtype(zct::dtype(o->dtype)).device(zct::device(o));
}

// requires_grad is set last: filling a leaf that requires gradients is an error.
at::Tensor leaf(at::Tensor a, const zct_options* o)
{
    if (o->requires_grad != 0)
        a.requires_grad_(true);
    return a;
}

} // namespace

int zct_from_data(const void* data, int32_t dtype, const int64_t* dims, int32_t count, const zct_options* o,
    zct_tensor* out)
{
    ZCT_RETURN(leaf(
        at::from_blob(const_cast<void*>(data), sizes(dims, count),
        at::TensorOptions().dtype(zct::dtype(dtype)))
            .to(zct::device(o), zct::dtype(o->dtype), false, true),
        o));
}

int zct_empty(const int64_t* dims, int32_t count, const zct_options* o, zct_tensor* out)
{
    ZCT_RETURN(leaf(at::empty(sizes(dims, count), options(o)), o));
}

int zct_zeros(const int64_t* dims, int32_t count, const zct_options* o, zct_tensor* out)
{
    ZCT_RETURN(leaf(at::zeros(sizes(dims, count), options(o)), o));
}

int zct_ones(const int64_t* dims, int32_t count, const zct_options* o, zct_tensor* out)
{
    ZCT_RETURN(leaf(at::ones(sizes(dims, count), options(o)), o));
}

int zct_full(const int64_t* dims, int32_t count, const zct_scalar* value, const zct_options* o,
    zct_tensor* out)
{
    ZCT_RETURN(leaf(at::full(sizes(dims, count), scalar(value), options(o)), o));
}

int zct_eye(int64_t rows, int64_t columns, const zct_options* o, zct_tensor* out)
{
    ZCT_RETURN(leaf(at::eye(rows, columns, options(o)), o));
}

int zct_arange(const zct_scalar* start, const zct_scalar* stop, const zct_scalar* step, const zct_options* o,
    zct_tensor* out)
{
    ZCT_RETURN(leaf(at::arange(scalar(start), scalar(stop), scalar(step), options(o)), o));
}

int zct_empty_like(zct_tensor a, const zct_options* o, zct_tensor* out)
{
    ZCT_RETURN(leaf(at::empty_like(ref(a), options(o)), o));
}

int zct_zeros_like(zct_tensor a, const zct_options* o, zct_tensor* out)
{
    ZCT_RETURN(leaf(at::zeros_like(ref(a), options(o)), o));
}

int zct_ones_like(zct_tensor a, const zct_options* o, zct_tensor* out)
{
    ZCT_RETURN(leaf(at::ones_like(ref(a), options(o)), o));
}
