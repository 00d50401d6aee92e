// Differentiation.
#include "shim.h"

#include <c10/core/GradMode.h>
#include <torch/csrc/autograd/autograd.h>

using zct::ref;
using zct::tensors;

int zct_grad_mode(zct_bool* out) { ZCT_GUARD(*out = c10::GradMode::is_enabled()); }
int zct_set_grad_mode(zct_bool enabled) { ZCT_GUARD(c10::GradMode::set_enabled(enabled != 0)); }

int zct_get_grad(zct_tensor a, zct_tensor* out)
{
    ZCT_GUARD(const at::Tensor& grad = ref(a).grad(); *out = grad.defined() ? zct::box(grad) : nullptr);
}

int zct_backward(zct_tensor a) { ZCT_GUARD(ref(a).backward()); }

int zct_autograd_grad(const zct_tensor* outputs, int32_t output_count, const zct_tensor* inputs,
    int32_t input_count, const zct_tensor* grad_outputs, int32_t grad_count, zct_bool retain_graph,
    zct_bool create_graph, zct_bool allow_unused, zct_tensor* grads)
{
    ZCT_GUARD(
        const auto found = torch::autograd::grad(tensors(outputs, output_count), tensors(inputs, input_count),
            tensors(grad_outputs, grad_count), retain_graph != 0, create_graph != 0, allow_unused != 0);
        for (size_t i = 0; i < found.size(); i++)
            grads[i] = found[i].defined() ? zct::box(found[i]) : nullptr);
}
