// Between the C surface and ATen: handles, scalars, sizes, and exceptions turned into status codes.
#pragma once

#include <ATen/ATen.h>

#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "zctorch.h"

namespace zct {

void remember_error(const char* text) noexcept;

template <class F>
int guarded(F&& body) noexcept
{
    try {
        body();
        return 0;
    } catch (const c10::Error& e) {
        remember_error(e.what_without_backtrace());
    } catch (const std::exception& e) {
        remember_error(e.what());
    } catch (...) {
        remember_error("a C++ exception of unknown type");
    }
    return 1;
}

inline at::Tensor& ref(zct_tensor a) { return *reinterpret_cast<at::Tensor*>(a); }

// An absent tensor is ATen's undefined one.
inline at::Tensor optional_ref(zct_tensor a) { return a == nullptr ? at::Tensor() : ref(a); }

inline zct_tensor box(at::Tensor a) { return reinterpret_cast<zct_tensor>(new at::Tensor(std::move(a))); }

inline at::Scalar scalar(const zct_scalar* s)
{
    switch (s->kind) {
    case 0: return at::Scalar(s->real);
    case 1: return at::Scalar(s->integer);
    default: return at::Scalar(s->integer != 0);
    }
}

inline at::IntArrayRef sizes(const int64_t* data, int32_t count)
{
    return at::IntArrayRef(data, static_cast<size_t>(count));
}

inline at::ScalarType dtype(int32_t value) { return static_cast<at::ScalarType>(value); }

inline at::Device device(const zct_options* o)
{
    return at::Device(static_cast<at::DeviceType>(o->device_type),
        static_cast<at::DeviceIndex>(o->device_index));
}

inline std::vector<at::Tensor> tensors(const zct_tensor* data, int32_t count)
{
    std::vector<at::Tensor> all;
    all.reserve(static_cast<size_t>(count));
    for (int32_t i = 0; i < count; i++)
        all.push_back(ref(data[i]));
    return all;
}

} // namespace zct

#define ZCT_GUARD(...) return zct::guarded([&] { __VA_ARGS__; })
#define ZCT_RETURN(...) return zct::guarded([&] { *out = zct::box(__VA_ARGS__); })
