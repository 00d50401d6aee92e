// Lifetime, description, conversion and whole-tensor writes.
#include "shim.h"

#include <algorithm>

using zct::ref;

int zct_free(zct_tensor a) { ZCT_GUARD(delete &ref(a)); }

int zct_ndim(zct_tensor a, int64_t* out) { ZCT_GUARD(*out = ref(a).dim()); }
int zct_numel(zct_tensor a, int64_t* out) { ZCT_GUARD(*out = ref(a).numel()); }
int zct_element_size(zct_tensor a, int64_t* out)
{
    ZCT_GUARD(*out = static_cast<int64_t>(ref(a).element_size()));
}

int zct_sizes(zct_tensor a, int64_t* buffer)
{
    ZCT_GUARD(const auto sizes = ref(a).sizes(); std::copy(sizes.begin(), sizes.end(), buffer));
}

int zct_strides(zct_tensor a, int64_t* buffer)
{
    ZCT_GUARD(const auto strides = ref(a).strides(); std::copy(strides.begin(), strides.end(), buffer));
}

int zct_describe(zct_tensor a, zct_options* out)
{
    ZCT_GUARD(
        const at::Tensor& t = ref(a);
        out->dtype = static_cast<int32_t>(t.scalar_type());
        out->device_type = static_cast<int32_t>(t.device().type());
        out->device_index = t.device().index();
        out->requires_grad = t.requires_grad());
}

int zct_is_contiguous(zct_tensor a, zct_bool* out) { ZCT_GUARD(*out = ref(a).is_contiguous()); }
int zct_data(zct_tensor a, void** out) { ZCT_GUARD(*out = ref(a).data_ptr()); }

int zct_item(zct_tensor a, zct_scalar* out)
{
    ZCT_GUARD(
        const at::Scalar value = ref(a).item();
        out->kind = value.isFloatingPoint() ? 0 : value.isBoolean() ? 2 : 1;
        out->real = value.toDouble();
        out->integer = value.isFloatingPoint() ? 0 : value.toLong());
}

int zct_set_requires_grad(zct_tensor a, zct_bool requires_grad)
{
    ZCT_GUARD(ref(a).requires_grad_(requires_grad != 0));
}

int zct_contiguous(zct_tensor a, zct_tensor* out) { ZCT_RETURN(ref(a).contiguous()); }

int zct_to(zct_tensor a, const zct_options* target, zct_bool copy, zct_tensor* out)
{
    ZCT_RETURN(ref(a).to(zct::device(target), zct::dtype(target->dtype), false, copy != 0));
}

int zct_copy_(zct_tensor a, zct_tensor source) { ZCT_GUARD(ref(a).copy_(ref(source))); }
int zct_zero_(zct_tensor a) { ZCT_GUARD(ref(a).zero_()); }
int zct_fill_(zct_tensor a, const zct_scalar* value) { ZCT_GUARD(ref(a).fill_(zct::scalar(value))); }
