"""Exports small networks by PyTorch's own writer, with the logits that PyTorch computes.

    make.py KIND FOLDER

KIND may be "all". Writes FOLDER/KIND.onnx, FOLDER/KIND.input (float32, two images) and FOLDER/KIND.logits (float32, in evaluation mode).
Kinds: residual (squeeze-and-excitation, hard swish), folded (the same with batch norm folded), mixed (all
other operations), views (channel shuffle, split and flattening by views), normalised and transformer (group norm and attention, which are refused).
"""
import sys

import torch
from torch import nn
from torch.nn import functional as F


class Excitation(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.reduce = nn.Conv2d(channels, channels // 4, 1)
        self.expand = nn.Conv2d(channels // 4, channels, 1)

    def forward(self, x):
        scale = F.adaptive_avg_pool2d(x, 1)
        return x * F.hardsigmoid(self.expand(F.relu(self.reduce(scale))))


class Block(nn.Module):
    def __init__(self, channels):
        super().__init__()
        self.a = nn.Conv2d(channels, channels, 3, padding=1, groups=channels, bias=False)
        self.bn_a = nn.BatchNorm2d(channels, eps=1e-3, momentum=0.01)
        self.excitation = Excitation(channels)
        self.b = nn.Conv2d(channels, channels, 1, bias=False)
        self.bn_b = nn.BatchNorm2d(channels)

    def forward(self, x):
        y = F.hardswish(self.bn_a(self.a(x)))
        return x + self.bn_b(self.b(self.excitation(y)))


class Residual(nn.Module):
    def __init__(self):
        super().__init__()
        self.stem = nn.Conv2d(3, 16, 3, stride=2, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(16)
        self.blocks = nn.Sequential(Block(16), Block(16))
        self.fc = nn.Linear(16, 10)

    def forward(self, x):
        x = self.blocks(F.hardswish(self.bn(self.stem(x))))
        return self.fc(torch.flatten(F.adaptive_avg_pool2d(x, 1), 1))


class Mixed(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(3, 8, (1, 5), padding=(0, 2))
        self.b = nn.Conv2d(8, 8, 3, padding=2, dilation=2, groups=2)
        self.c = nn.Conv2d(8, 8, 3)
        self.prelu = nn.PReLU(8)
        self.d = nn.Conv2d(24, 8, 1)
        self.fc1 = nn.Linear(8 * 5 * 5, 12)
        self.bn1 = nn.BatchNorm1d(12)
        self.fc2 = nn.Linear(12, 5, bias=False)

    def forward(self, x):
        x = self.prelu(self.a((x - 0.1) / 0.5))
        y = F.gelu(self.b(x))
        z = F.relu6(3 * self.c(F.pad(x, (0, 2, 0, 2))))
        x = torch.cat([F.leaky_relu(x, 0.2), y, z], 1)
        x = F.silu(F.max_pool2d(self.d(x), 3, stride=2, ceil_mode=True))
        x = F.avg_pool2d(x, 3, stride=2, padding=1)
        x = F.avg_pool2d(x, 2, stride=1, padding=1, count_include_pad=False)
        x = F.elu(torch.flatten(x, 1))
        return F.softmax(self.fc2(torch.tanh(self.bn1(self.fc1(F.dropout(x, 0.5, self.training))))), 1)


class Views(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(3, 12, 3, padding=1, bias=False)
        self.bn = nn.BatchNorm2d(12)
        self.b = nn.Conv2d(6, 6, 3, padding=1, bias=False)
        self.squeeze = nn.Linear(12, 3, bias=False)
        self.excite = nn.Linear(3, 12, bias=False)
        self.fc = nn.Linear(12 * 8 * 8, 7)

    def forward(self, x):
        x = torch.relu(self.bn(self.a(x)))
        left, right = x.chunk(2, dim=1)
        x = torch.cat([left, self.b(right)], 1)
        n, c, h, w = x.size()
        x = x.view(n, 3, c // 3, h, w).transpose(1, 2).contiguous().view(n, c, h, w)
        s = torch.sigmoid(self.excite(torch.relu(self.squeeze(x.mean([2, 3])))))
        x = x * s.view(n, c, 1, 1).expand_as(x)
        return self.fc(x.view(x.size(0), -1))


class Normalised(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Conv2d(3, 4, 3)
        self.norm = nn.GroupNorm(2, 4)
        self.fc = nn.Linear(4, 5)

    def forward(self, x):
        return self.fc(self.norm(self.a(x)).mean([2, 3]))


class Transformer(nn.Module):
    def __init__(self):
        super().__init__()
        self.patch = nn.Conv2d(3, 8, 4, stride=4)
        self.fc = nn.Linear(8, 5)

    def forward(self, x):
        x = self.patch(x).flatten(2).transpose(1, 2)
        x = torch.softmax(x @ x.transpose(1, 2), -1) @ x
        return self.fc(x.mean(1))


KINDS = {
    "residual": (Residual, 16, torch.onnx.TrainingMode.PRESERVE, 14, True),
    "folded": (Residual, 16, torch.onnx.TrainingMode.EVAL, 14, True),
    "mixed": (Mixed, 15, torch.onnx.TrainingMode.PRESERVE, 12, False),
    "views": (Views, 8, torch.onnx.TrainingMode.PRESERVE, 11, True),
    "normalised": (Normalised, 8, torch.onnx.TrainingMode.PRESERVE, 13, False),
    "transformer": (Transformer, 8, torch.onnx.TrainingMode.EVAL, 13, False),
}


def main(kind, folder):
    torch.manual_seed(0)
    network, side, training, opset, dynamic = KINDS[kind]
    model = network()
    with torch.no_grad():
        for module in model.modules():
            if isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d)):
                module.running_mean.uniform_(-0.2, 0.2)
                module.running_var.uniform_(0.5, 1.5)
                module.weight.uniform_(0.5, 1.5)
                module.bias.uniform_(-0.2, 0.2)
        model.eval()
        images = torch.rand(2, 3, side, side) * 2 - 1
        logits = model(images)
        path = "%s/%s" % (folder, kind)
        images.numpy().tofile(path + ".input")
        logits.numpy().tofile(path + ".logits")
        torch.onnx.export(
            model,
            images,
            path + ".onnx",
            training=training,
            do_constant_folding=training == torch.onnx.TrainingMode.EVAL,
            opset_version=opset,
            input_names=["images"],
            output_names=["logits"],
            dynamic_axes={"images": {0: "batch"}, "logits": {0: "batch"}} if dynamic else None,
        )


if __name__ == "__main__":
    for wanted in KINDS if sys.argv[1] == "all" else [sys.argv[1]]:
        main(wanted, sys.argv[2])
