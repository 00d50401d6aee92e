// Errors, diagnostics, threads and CUDA switches.
#include "shim.h"

#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <torch/cuda.h>
#include <torch/version.h>

#include <dlfcn.h>

#include <stdexcept>

namespace {

// An OpenBLAS with threads of its own fights with libtorch's for the cores, whose operations are parallel already: the
// catalogue took twice the time. One built on OpenMP shares libtorch's pool and is left as it is.
__attribute__((constructor)) void one_pool_of_threads()
{
    const auto kind = reinterpret_cast<int (*)()>(dlsym(RTLD_DEFAULT, "openblas_get_parallel"));
    const auto set = reinterpret_cast<void (*)(int)>(dlsym(RTLD_DEFAULT, "openblas_set_num_threads"));
    if (kind != nullptr && set != nullptr && kind() == 1)
        set(1);
}

} // namespace

namespace zct {

namespace {

std::string& last_error()
{
    thread_local std::string text;
    return text;
}

} // namespace

void remember_error(const char* text) noexcept
{
    try {
        last_error() = text;
    } catch (...) {
        last_error().clear();
    }
}

} // namespace zct

const char* zct_last_error(void) { return zct::last_error().c_str(); }

const char* zct_torch_version(void) { return TORCH_VERSION; }

int zct_build_info(const char** out)
{
    thread_local std::string text;
    ZCT_GUARD(text = at::show_config() + "\n" + at::get_parallel_info(); *out = text.c_str());
}

int zct_library_path(int32_t which, const char** out)
{
    ZCT_GUARD(
        Dl_info found{};
        const void* symbol = which == 0 ? reinterpret_cast<const void*>(&zct_last_error)
                                        : reinterpret_cast<const void*>(&at::show_config);
        if (dladdr(symbol, &found) == 0 || found.dli_fname == nullptr)
            throw std::runtime_error("dladdr knows no library for the symbol");
        *out = found.dli_fname);
}

int zct_set_num_threads(int32_t count) { ZCT_GUARD(at::set_num_threads(count)); }
int zct_get_num_threads(int32_t* out) { ZCT_GUARD(*out = at::get_num_threads()); }
int zct_set_num_interop_threads(int32_t count) { ZCT_GUARD(at::set_num_interop_threads(count)); }
int zct_get_num_interop_threads(int32_t* out)
{
    ZCT_GUARD(*out = static_cast<int32_t>(at::get_num_interop_threads()));
}

int zct_cuda_is_available(zct_bool* out) { ZCT_GUARD(*out = torch::cuda::is_available()); }
int zct_cuda_device_count(int32_t* out)
{
    ZCT_GUARD(*out = static_cast<int32_t>(torch::cuda::device_count()));
}
int zct_cuda_synchronize(int64_t device_index) { ZCT_GUARD(torch::cuda::synchronize(device_index)); }

int zct_get_allow_tf32(int32_t which, zct_bool* out)
{
    ZCT_GUARD(
        auto& context = at::globalContext();
        *out = which == 0 ? context.allowTF32CuBLAS() : context.allowTF32CuDNN());
}

int zct_set_allow_tf32(int32_t which, zct_bool allow)
{
    ZCT_GUARD(
        auto& context = at::globalContext();
        if (which == 0)
            context.setAllowTF32CuBLAS(allow != 0);
        else
            context.setAllowTF32CuDNN(allow != 0));
}
