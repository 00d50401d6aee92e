// Reductions.
#include "shim.h"

using zct::ref;
using zct::sizes;

int zct_sum(zct_tensor a, const int64_t* dims, int32_t count, zct_bool keepdim, int32_t dtype,
    zct_tensor* out)
{
    const bool all = count < 0;
    if (dtype == ZCT_NO_DTYPE)
        ZCT_RETURN(all ? at::sum(ref(a)) : at::sum(ref(a), sizes(dims, count), keepdim != 0));
    ZCT_RETURN(all ? at::sum(ref(a), zct::dtype(dtype))
                   : at::sum(ref(a), sizes(dims, count), keepdim != 0, zct::dtype(dtype)));
}

int zct_mean(zct_tensor a, const int64_t* dims, int32_t count, zct_bool keepdim, int32_t dtype,
    zct_tensor* out)
{
    const bool all = count < 0;
    if (dtype == ZCT_NO_DTYPE)
        ZCT_RETURN(all ? at::mean(ref(a)) : at::mean(ref(a), sizes(dims, count), keepdim != 0));
    ZCT_RETURN(all ? at::mean(ref(a), zct::dtype(dtype))
                   : at::mean(ref(a), sizes(dims, count), keepdim != 0, zct::dtype(dtype)));
}

int zct_var(zct_tensor a, const int64_t* dims, int32_t count, zct_bool unbiased, zct_bool keepdim,
    zct_tensor* out)
{
    ZCT_RETURN(count < 0 ? at::var(ref(a), unbiased != 0)
                         : at::var(ref(a), sizes(dims, count), unbiased != 0, keepdim != 0));
}

int zct_std(zct_tensor a, const int64_t* dims, int32_t count, zct_bool unbiased, zct_bool keepdim,
    zct_tensor* out)
{
    ZCT_RETURN(count < 0 ? at::std(ref(a), unbiased != 0)
                         : at::std(ref(a), sizes(dims, count), unbiased != 0, keepdim != 0));
}

int zct_norm(zct_tensor a, double p, zct_tensor* out) { ZCT_RETURN(at::norm(ref(a), at::Scalar(p))); }

int zct_norm_dim(zct_tensor a, double p, int64_t dim, zct_bool keepdim, zct_tensor* out)
{
    ZCT_RETURN(at::norm(ref(a), at::Scalar(p), sizes(&dim, 1), keepdim != 0));
}

int zct_amax(zct_tensor a, const int64_t* dims, int32_t count, zct_bool keepdim, zct_tensor* out)
{
    ZCT_RETURN(at::amax(ref(a), sizes(dims, count), keepdim != 0));
}

int zct_amin(zct_tensor a, const int64_t* dims, int32_t count, zct_bool keepdim, zct_tensor* out)
{
    ZCT_RETURN(at::amin(ref(a), sizes(dims, count), keepdim != 0));
}

int zct_any_dim(zct_tensor a, int64_t dim, zct_bool keepdim, zct_tensor* out)
{
    ZCT_RETURN(at::any(ref(a), dim, keepdim != 0));
}

int zct_all_dim(zct_tensor a, int64_t dim, zct_bool keepdim, zct_tensor* out)
{
    ZCT_RETURN(at::all(ref(a), dim, keepdim != 0));
}

int zct_argmax_dim(zct_tensor a, int64_t dim, zct_bool keepdim, zct_tensor* out)
{
    ZCT_RETURN(at::argmax(ref(a), dim, keepdim != 0));
}

int zct_max_dim(zct_tensor a, int64_t dim, zct_bool keepdim, zct_tensor* values, zct_tensor* indices)
{
    ZCT_GUARD(
        auto found = at::max(ref(a), dim, keepdim != 0);
        *values = zct::box(std::get<0>(found));
        *indices = zct::box(std::get<1>(found)));
}

int zct_min_dim(zct_tensor a, int64_t dim, zct_bool keepdim, zct_tensor* values, zct_tensor* indices)
{
    ZCT_GUARD(
        auto found = at::min(ref(a), dim, keepdim != 0);
        *values = zct::box(std::get<0>(found));
        *indices = zct::box(std::get<1>(found)));
}
