/* The C surface over libtorch that src/Torch binds.
 *
 * Every function returns 0, or 1 after a failure whose text zct_last_error() then gives on the same
 * thread. Results come back through the last pointer(s). No C++ type and no exception crosses. */
#pragma once

#include <stdint.h>

#if defined(__cplusplus)
extern "C" {
#endif

#define ZCT_API __attribute__((visibility("default")))

typedef struct zct_tensor_s* zct_tensor; /* owned by the caller; zct_free releases it */
typedef uint8_t zct_bool;

typedef struct {
    int64_t integer;
    double real;
    int32_t kind; /* 0: real, 1: integer, 2: boolean (in integer) */
} zct_scalar;

/* What a new tensor is made of; device_type is DeviceType's value, device_index -1 the current one. */
typedef struct {
    int32_t dtype;
    int32_t device_type;
    int32_t device_index;
    int32_t requires_grad;
} zct_options;

#define ZCT_NO_DTYPE (-1)

/* Families. Each list is expanded twice: into prototypes here and into definitions in a .cpp file. */
#define ZCT_UNARY_LIST(X) \
    X(abs) X(neg) X(sqrt) X(rsqrt) X(log) X(exp) X(sign) X(square) X(reciprocal) X(relu) \
    X(logical_not) X(isfinite) X(isnan) X(t) X(trace) X(any) X(all) X(max) X(min) X(detach) X(clone) \
    X(argmax) X(linalg_svdvals) X(linalg_inv) X(linalg_det) X(linalg_cholesky) X(linalg_norm)
#define ZCT_BINARY_LIST(X) \
    X(mul) X(div) X(pow) X(maximum) X(minimum) X(gt) X(ge) X(lt) X(le) X(eq) X(ne) \
    X(matmul) X(mm) X(bmm)
#define ZCT_SCALAR_LIST(X) X(mul) X(div) X(pow) X(gt) X(ge) X(lt) X(le) X(eq) X(ne) X(clamp_min) X(clamp_max)
#define ZCT_SHAPE_LIST(X) X(reshape) X(view) X(permute) X(expand)

#define ZCT_UNARY_PROTOTYPE(name) ZCT_API int zct_##name(zct_tensor a, zct_tensor* out);
#define ZCT_BINARY_PROTOTYPE(name) ZCT_API int zct_##name(zct_tensor a, zct_tensor b, zct_tensor* out);
#define ZCT_SCALAR_PROTOTYPE(name) \
    ZCT_API int zct_##name##_scalar(zct_tensor a, const zct_scalar* b, zct_tensor* out);
#define ZCT_SHAPE_PROTOTYPE(name) \
    ZCT_API int zct_##name(zct_tensor a, const int64_t* sizes, int32_t count, zct_tensor* out);

ZCT_UNARY_LIST(ZCT_UNARY_PROTOTYPE)
ZCT_BINARY_LIST(ZCT_BINARY_PROTOTYPE)
ZCT_SCALAR_LIST(ZCT_SCALAR_PROTOTYPE)
ZCT_SHAPE_LIST(ZCT_SHAPE_PROTOTYPE)

/* memory.cpp: bytes of CPU tensors in use, most ever in use, freed but kept; a cap of 0 is none */
ZCT_API int zct_memory(int64_t* live, int64_t* peak, int64_t* kept);
ZCT_API int zct_reset_peak_memory(void);
ZCT_API int zct_cap_memory(int64_t bytes);

/* runtime.cpp */
ZCT_API const char* zct_last_error(void);
ZCT_API const char* zct_torch_version(void);
ZCT_API int zct_build_info(const char** out); /* valid until the thread's next call of it */
ZCT_API int zct_library_path(int32_t which, const char** out); /* 0: this shim, 1: libtorch_cpu */
ZCT_API int zct_set_num_threads(int32_t count);
ZCT_API int zct_get_num_threads(int32_t* out);
ZCT_API int zct_set_num_interop_threads(int32_t count);
ZCT_API int zct_get_num_interop_threads(int32_t* out);
ZCT_API int zct_cuda_is_available(zct_bool* out);
ZCT_API int zct_cuda_device_count(int32_t* out);
ZCT_API int zct_cuda_synchronize(int64_t device_index);
ZCT_API int zct_get_allow_tf32(int32_t which, zct_bool* out); /* which: 0 matrix products, 1 cuDNN */
ZCT_API int zct_set_allow_tf32(int32_t which, zct_bool allow);

/* tensor.cpp */
ZCT_API int zct_free(zct_tensor a);
ZCT_API int zct_ndim(zct_tensor a, int64_t* out);
ZCT_API int zct_numel(zct_tensor a, int64_t* out);
ZCT_API int zct_element_size(zct_tensor a, int64_t* out);
ZCT_API int zct_sizes(zct_tensor a, int64_t* buffer);
ZCT_API int zct_strides(zct_tensor a, int64_t* buffer);
ZCT_API int zct_describe(zct_tensor a, zct_options* out);
ZCT_API int zct_is_contiguous(zct_tensor a, zct_bool* out);
ZCT_API int zct_data(zct_tensor a, void** out);
ZCT_API int zct_item(zct_tensor a, zct_scalar* out);
ZCT_API int zct_set_requires_grad(zct_tensor a, zct_bool requires_grad);
ZCT_API int zct_contiguous(zct_tensor a, zct_tensor* out);
ZCT_API int zct_to(zct_tensor a, const zct_options* target, zct_bool copy, zct_tensor* out);
ZCT_API int zct_copy_(zct_tensor a, zct_tensor source);
ZCT_API int zct_zero_(zct_tensor a);
ZCT_API int zct_fill_(zct_tensor a, const zct_scalar* value);

/* create.cpp */
ZCT_API int zct_from_data(const void* data, int32_t dtype, const int64_t* sizes, int32_t count,
    const zct_options* options, zct_tensor* out); /* copies the data */
ZCT_API int zct_empty(const int64_t* sizes, int32_t count, const zct_options* options, zct_tensor* out);
ZCT_API int zct_zeros(const int64_t* sizes, int32_t count, const zct_options* options, zct_tensor* out);
ZCT_API int zct_ones(const int64_t* sizes, int32_t count, const zct_options* options, zct_tensor* out);
ZCT_API int zct_full(const int64_t* sizes, int32_t count, const zct_scalar* value,
    const zct_options* options, zct_tensor* out);
ZCT_API int zct_eye(int64_t rows, int64_t columns, const zct_options* options, zct_tensor* out);
ZCT_API int zct_arange(const zct_scalar* start, const zct_scalar* stop, const zct_scalar* step,
    const zct_options* options, zct_tensor* out);
ZCT_API int zct_empty_like(zct_tensor a, const zct_options* options, zct_tensor* out);
ZCT_API int zct_zeros_like(zct_tensor a, const zct_options* options, zct_tensor* out);
ZCT_API int zct_ones_like(zct_tensor a, const zct_options* options, zct_tensor* out);

/* pointwise.cpp */
ZCT_API int zct_add(zct_tensor a, zct_tensor b, const zct_scalar* alpha, zct_tensor* out);
ZCT_API int zct_sub(zct_tensor a, zct_tensor b, const zct_scalar* alpha, zct_tensor* out);
ZCT_API int zct_add_scalar(zct_tensor a, const zct_scalar* b, zct_tensor* out);
ZCT_API int zct_sub_scalar(zct_tensor a, const zct_scalar* b, zct_tensor* out);
ZCT_API int zct_rsub_scalar(zct_tensor a, const zct_scalar* b, zct_tensor* out); /* b - a */
ZCT_API int zct_add_(zct_tensor a, zct_tensor b, const zct_scalar* alpha);
ZCT_API int zct_sub_(zct_tensor a, zct_tensor b, const zct_scalar* alpha);
ZCT_API int zct_mul_(zct_tensor a, zct_tensor b);
ZCT_API int zct_div_(zct_tensor a, zct_tensor b);
ZCT_API int zct_add_scalar_(zct_tensor a, const zct_scalar* b);
ZCT_API int zct_sub_scalar_(zct_tensor a, const zct_scalar* b);
ZCT_API int zct_mul_scalar_(zct_tensor a, const zct_scalar* b);
ZCT_API int zct_div_scalar_(zct_tensor a, const zct_scalar* b);
ZCT_API int zct_relu_(zct_tensor a);
ZCT_API int zct_where(zct_tensor condition, zct_tensor a, zct_tensor b, zct_tensor* out);
ZCT_API int zct_masked_fill(zct_tensor a, zct_tensor mask, const zct_scalar* value, zct_tensor* out);

/* reduce.cpp; count -1 reduces over every dimension */
ZCT_API int zct_sum(zct_tensor a, const int64_t* dims, int32_t count, zct_bool keepdim, int32_t dtype,
    zct_tensor* out);
ZCT_API int zct_mean(zct_tensor a, const int64_t* dims, int32_t count, zct_bool keepdim, int32_t dtype,
    zct_tensor* out);
ZCT_API int zct_var(zct_tensor a, const int64_t* dims, int32_t count, zct_bool unbiased, zct_bool keepdim,
    zct_tensor* out);
ZCT_API int zct_std(zct_tensor a, const int64_t* dims, int32_t count, zct_bool unbiased, zct_bool keepdim,
    zct_tensor* out);
ZCT_API int zct_norm(zct_tensor a, double p, zct_tensor* out);
ZCT_API int zct_norm_dim(zct_tensor a, double p, int64_t dim, zct_bool keepdim, zct_tensor* out);
ZCT_API int zct_amax(zct_tensor a, const int64_t* dims, int32_t count, zct_bool keepdim, zct_tensor* out);
ZCT_API int zct_amin(zct_tensor a, const int64_t* dims, int32_t count, zct_bool keepdim, zct_tensor* out);
ZCT_API int zct_any_dim(zct_tensor a, int64_t dim, zct_bool keepdim, zct_tensor* out);
ZCT_API int zct_all_dim(zct_tensor a, int64_t dim, zct_bool keepdim, zct_tensor* out);
ZCT_API int zct_argmax_dim(zct_tensor a, int64_t dim, zct_bool keepdim, zct_tensor* out);
ZCT_API int zct_max_dim(zct_tensor a, int64_t dim, zct_bool keepdim, zct_tensor* values, zct_tensor* indices);
ZCT_API int zct_min_dim(zct_tensor a, int64_t dim, zct_bool keepdim, zct_tensor* values, zct_tensor* indices);

/* shape.cpp */
ZCT_API int zct_transpose(zct_tensor a, int64_t dim0, int64_t dim1, zct_tensor* out);
ZCT_API int zct_flatten(zct_tensor a, int64_t start, int64_t end, zct_tensor* out);
ZCT_API int zct_unsqueeze(zct_tensor a, int64_t dim, zct_tensor* out);
ZCT_API int zct_squeeze(zct_tensor a, zct_bool all, int64_t dim, zct_tensor* out);
ZCT_API int zct_narrow(zct_tensor a, int64_t dim, int64_t start, int64_t length, zct_tensor* out);
ZCT_API int zct_slice(zct_tensor a, int64_t dim, int64_t start, int64_t end, int64_t step, zct_tensor* out);
ZCT_API int zct_select(zct_tensor a, int64_t dim, int64_t index, zct_tensor* out);
ZCT_API int zct_index_select(zct_tensor a, int64_t dim, zct_tensor index, zct_tensor* out);
ZCT_API int zct_gather(zct_tensor a, int64_t dim, zct_tensor index, zct_tensor* out);
ZCT_API int zct_diagonal(zct_tensor a, int64_t offset, int64_t dim1, int64_t dim2, zct_tensor* out);
ZCT_API int zct_cat(const zct_tensor* tensors, int32_t count, int64_t dim, zct_tensor* out);
ZCT_API int zct_stack(const zct_tensor* tensors, int32_t count, int64_t dim, zct_tensor* out);
ZCT_API int zct_einsum(const char* equation, const zct_tensor* tensors, int32_t count, zct_tensor* out);

/* nn.cpp; a null tensor is an absent one */
ZCT_API int zct_linear(zct_tensor input, zct_tensor weight, zct_tensor bias, zct_tensor* out);
ZCT_API int zct_conv2d(zct_tensor input, zct_tensor weight, zct_tensor bias,
    const int64_t* stride, int32_t stride_count, const int64_t* padding, int32_t padding_count,
    const int64_t* dilation, int32_t dilation_count, int64_t groups, zct_tensor* out);
ZCT_API int zct_batch_norm(zct_tensor input, zct_tensor running_mean, zct_tensor running_var,
    zct_tensor weight, zct_tensor bias, zct_bool training, double momentum, double eps, zct_tensor* out);
ZCT_API int zct_group_norm(zct_tensor input, int64_t groups, zct_tensor weight, zct_tensor bias, double eps,
    zct_tensor* out);
ZCT_API int zct_avg_pool2d(zct_tensor input, const int64_t* kernel, int32_t kernel_count,
    const int64_t* stride, int32_t stride_count, const int64_t* padding, int32_t padding_count,
    zct_bool ceil_mode, zct_bool count_include_pad, int64_t divisor, zct_tensor* out); /* divisor 0: none */
ZCT_API int zct_max_pool2d(zct_tensor input, const int64_t* kernel, int32_t kernel_count,
    const int64_t* stride, int32_t stride_count, const int64_t* padding, int32_t padding_count,
    const int64_t* dilation, int32_t dilation_count, zct_bool ceil_mode, zct_tensor* out);
ZCT_API int zct_adaptive_avg_pool2d(zct_tensor input, const int64_t* size, int32_t count, zct_tensor* out);
ZCT_API int zct_unfold(zct_tensor input, const int64_t* kernel, const int64_t* dilation,
    const int64_t* padding, const int64_t* stride, zct_tensor* out); /* two numbers each */
ZCT_API int zct_pixel_unshuffle(zct_tensor input, int64_t factor, zct_tensor* out);
ZCT_API int zct_softmax(zct_tensor input, int64_t dim, int32_t dtype, zct_tensor* out);
ZCT_API int zct_log_softmax(zct_tensor input, int64_t dim, int32_t dtype, zct_tensor* out);
ZCT_API int zct_cross_entropy(zct_tensor input, zct_tensor target, zct_tensor weight, int64_t reduction,
    int64_t ignore_index, double label_smoothing, zct_tensor* out);

/* linalg.cpp */
ZCT_API int zct_linalg_slogdet(zct_tensor a, zct_tensor* sign, zct_tensor* logabsdet);
ZCT_API int zct_linalg_eigh(zct_tensor a, zct_bool lower, zct_tensor* values, zct_tensor* vectors);
ZCT_API int zct_linalg_eigvalsh(zct_tensor a, zct_bool lower, zct_tensor* out);
ZCT_API int zct_linalg_norm_dims(zct_tensor a, const int64_t* dims, int32_t count, zct_bool keepdim,
    zct_tensor* out);
ZCT_API int zct_linalg_matrix_norm(zct_tensor a, const char* order, zct_bool keepdim, zct_tensor* out);

/* autograd.cpp */
ZCT_API int zct_grad_mode(zct_bool* out);
ZCT_API int zct_set_grad_mode(zct_bool enabled);
ZCT_API int zct_get_grad(zct_tensor a, zct_tensor* out); /* null: none */
ZCT_API int zct_backward(zct_tensor a);
ZCT_API int zct_autograd_grad(const zct_tensor* outputs, int32_t output_count, const zct_tensor* inputs,
    int32_t input_count, const zct_tensor* grad_outputs, int32_t grad_count, zct_bool retain_graph,
    zct_bool create_graph, zct_bool allow_unused, zct_tensor* grads); /* null: unused input */

#if defined(__cplusplus)
}
#endif
