// The families of zctorch.h, arithmetic with a multiplier, in-place arithmetic, selection.
#include "shim.h"

using zct::ref;
using zct::scalar;

#define ZCT_DEFINE_UNARY(name) \
    int zct_##name(zct_tensor a, zct_tensor* out) { ZCT_RETURN(at::name(ref(a))); }
#define ZCT_DEFINE_BINARY(name) \
    int zct_##name(zct_tensor a, zct_tensor b, zct_tensor* out) { ZCT_RETURN(at::name(ref(a), ref(b))); }
#define ZCT_DEFINE_SCALAR(name) \
    int zct_##name##_scalar(zct_tensor a, const zct_scalar* b, zct_tensor* out) \
    { \
        ZCT_RETURN(at::name(ref(a), scalar(b))); \
    }

ZCT_UNARY_LIST(ZCT_DEFINE_UNARY)
ZCT_BINARY_LIST(ZCT_DEFINE_BINARY)
ZCT_SCALAR_LIST(ZCT_DEFINE_SCALAR)

int zct_add(zct_tensor a, zct_tensor b, const zct_scalar* alpha, zct_tensor* out)
{
    ZCT_RETURN(at::add(ref(a), ref(b), scalar(alpha)));
}

int zct_sub(zct_tensor a, zct_tensor b, const zct_scalar* alpha, zct_tensor* out)
{
    ZCT_RETURN(at::sub(ref(a), ref(b), scalar(alpha)));
}

int zct_add_scalar(zct_tensor a, const zct_scalar* b, zct_tensor* out)
{
    ZCT_RETURN(at::add(ref(a), scalar(b)));
}

int zct_sub_scalar(zct_tensor a, const zct_scalar* b, zct_tensor* out)
{
    ZCT_RETURN(at::sub(ref(a), scalar(b)));
}

int zct_rsub_scalar(zct_tensor a, const zct_scalar* b, zct_tensor* out)
{
    ZCT_RETURN(at::rsub(ref(a), scalar(b)));
}

int zct_add_(zct_tensor a, zct_tensor b, const zct_scalar* alpha)
{
    ZCT_GUARD(ref(a).add_(ref(b), scalar(alpha)));
}
int zct_sub_(zct_tensor a, zct_tensor b, const zct_scalar* alpha)
{
    ZCT_GUARD(ref(a).sub_(ref(b), scalar(alpha)));
}
int zct_mul_(zct_tensor a, zct_tensor b) { ZCT_GUARD(ref(a).mul_(ref(b))); }
int zct_div_(zct_tensor a, zct_tensor b) { ZCT_GUARD(ref(a).div_(ref(b))); }
int zct_add_scalar_(zct_tensor a, const zct_scalar* b) { ZCT_GUARD(ref(a).add_(scalar(b))); }
int zct_sub_scalar_(zct_tensor a, const zct_scalar* b) { ZCT_GUARD(ref(a).sub_(scalar(b))); }
int zct_mul_scalar_(zct_tensor a, const zct_scalar* b) { ZCT_GUARD(ref(a).mul_(scalar(b))); }
int zct_div_scalar_(zct_tensor a, const zct_scalar* b) { ZCT_GUARD(ref(a).div_(scalar(b))); }
int zct_relu_(zct_tensor a) { ZCT_GUARD(ref(a).relu_()); }

int zct_where(zct_tensor condition, zct_tensor a, zct_tensor b, zct_tensor* out)
{
    ZCT_RETURN(at::where(ref(condition), ref(a), ref(b)));
}

int zct_masked_fill(zct_tensor a, zct_tensor mask, const zct_scalar* value, zct_tensor* out)
{
    ZCT_RETURN(at::masked_fill(ref(a), ref(mask), scalar(value)));
}
