// Views, slices, joins.
#include "shim.h"

using zct::ref;

#define ZCT_DEFINE_SHAPE(name) \
    int zct_##name(zct_tensor a, const int64_t* sizes, int32_t count, zct_tensor* out) \
    { \
        ZCT_RETURN(ref(a).name(zct::sizes(sizes, count))); \
    }

ZCT_SHAPE_LIST(ZCT_DEFINE_SHAPE)

int zct_transpose(zct_tensor a, int64_t dim0, int64_t dim1, zct_tensor* out)
{
    ZCT_RETURN(ref(a).transpose(dim0, dim1));
}

int zct_flatten(zct_tensor a, int64_t start, int64_t end, zct_tensor* out)
{
    ZCT_RETURN(ref(a).flatten(start, end));
}

int zct_unsqueeze(zct_tensor a, int64_t dim, zct_tensor* out) { ZCT_RETURN(ref(a).unsqueeze(dim)); }

int zct_squeeze(zct_tensor a, zct_bool all, int64_t dim, zct_tensor* out)
{
    ZCT_RETURN(all != 0 ? ref(a).squeeze() : ref(a).squeeze(dim));
}

int zct_narrow(zct_tensor a, int64_t dim, int64_t start, int64_t length, zct_tensor* out)
{
    ZCT_RETURN(ref(a).narrow(dim, start, length));
}

int zct_slice(zct_tensor a, int64_t dim, int64_t start, int64_t end, int64_t step, zct_tensor* out)
{
    ZCT_RETURN(ref(a).slice(dim, start, end, step));
}

int zct_select(zct_tensor a, int64_t dim, int64_t index, zct_tensor* out)
{
    ZCT_RETURN(ref(a).select(dim, index));
}

int zct_index_select(zct_tensor a, int64_t dim, zct_tensor index, zct_tensor* out)
{
    ZCT_RETURN(ref(a).index_select(dim, ref(index)));
}

int zct_gather(zct_tensor a, int64_t dim, zct_tensor index, zct_tensor* out)
{
    ZCT_RETURN(ref(a).gather(dim, ref(index)));
}

int zct_diagonal(zct_tensor a, int64_t offset, int64_t dim1, int64_t dim2, zct_tensor* out)
{
    ZCT_RETURN(ref(a).diagonal(offset, dim1, dim2));
}

int zct_cat(const zct_tensor* tensors, int32_t count, int64_t dim, zct_tensor* out)
{
    ZCT_RETURN(at::cat(zct::tensors(tensors, count), dim));
}

int zct_stack(const zct_tensor* tensors, int32_t count, int64_t dim, zct_tensor* out)
{
    ZCT_RETURN(at::stack(zct::tensors(tensors, count), dim));
}

int zct_einsum(const char* equation, const zct_tensor* tensors, int32_t count, zct_tensor* out)
{
    ZCT_RETURN(at::einsum(equation, zct::tensors(tensors, count)));
}
