// Linear algebra beyond the unary family.
#include "shim.h"

using zct::ref;

namespace {

const char* triangle(zct_bool lower) { return lower != 0 ? "L" : "U"; }

} // namespace

int zct_linalg_slogdet(zct_tensor a, zct_tensor* sign, zct_tensor* logabsdet)
{
    ZCT_GUARD(
        auto found = at::linalg_slogdet(ref(a));
        *sign = zct::box(std::get<0>(found));
        *logabsdet = zct::box(std::get<1>(found)));
}

int zct_linalg_eigh(zct_tensor a, zct_bool lower, zct_tensor* values, zct_tensor* vectors)
{
    ZCT_GUARD(
        auto found = at::linalg_eigh(ref(a), triangle(lower));
        *values = zct::box(std::get<0>(found));
        *vectors = zct::box(std::get<1>(found)));
}

int zct_linalg_eigvalsh(zct_tensor a, zct_bool lower, zct_tensor* out)
{
    ZCT_RETURN(at::linalg_eigvalsh(ref(a), triangle(lower)));
}

int zct_linalg_norm_dims(zct_tensor a, const int64_t* dims, int32_t count, zct_bool keepdim, zct_tensor* out)
{
    // Without an order it is the 2-norm of what the dimensions hold, for one dimension and for two.
    ZCT_RETURN(at::linalg_vector_norm(ref(a), 2, zct::sizes(dims, count), keepdim != 0));
}

int zct_linalg_matrix_norm(zct_tensor a, const char* order, zct_bool keepdim, zct_tensor* out)
{
    ZCT_RETURN(at::linalg_matrix_norm(ref(a), std::string(order), {-2, -1}, keepdim != 0));
}
