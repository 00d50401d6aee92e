"""Writes files of the formats that are imported, by the formats' own writers: pickle, bz2 and torch.save.

    make.py nats FOLDER COUNT          a folder as NATS-tss-v1_0-3ffb9-simple, one bzip2 pickle an architecture
    make.py nats-size FOLDER COUNT     a folder as NATS-sss-v1_0-50262-simple
    make.py pickle FILE COUNT PROTOCOL the whole benchmark in one pickle
    make.py numpy FILE COUNT           the same with NumPy's numbers
    make.py pth FILE COUNT             the same by torch.save, a zip archive
    make.py pth-legacy FILE COUNT      the same by torch.save as before PyTorch 1.6
    make.py pth-weights FILE COUNT     with weights, a zip archive
    make.py small FILE HOW             one training of 12 epochs: bz2, or the number of a protocol
    make.py pth-small FILE HOW         the same by torch.save: torch, torch-legacy
    make.py order FILE PROTOCOL        the same as small with the seconds last
    make.py twice FILE PROTOCOL        two architectures of one index
    make.py transnas FILE PROTOCOL     three architectures of each space of TransNAS-Bench-101
    make.py pth-transnas FILE          the same by torch.save, a zip archive
    make.py streams FILE COUNT         small in so many bzip2 streams, one after the other
    make.py evil FILE                  a pickle that would run a command and make FILE.ran
    make.py object FILE KIND           a single pickle: deep, wide, strings, sets, bytes, accuracies, dataset, seeds, other

Numbers follow from index, dataset, set, seed and epochs, so that tests know them (Made.cs).
"""
import bz2
import os
import pickle
import sys

OPERATIONS = ["none", "skip_connect", "nor_conv_1x1", "nor_conv_3x3", "avg_pool_3x3"]
SETS = {
    "cifar10-valid": ["x-valid", "ori-test"],
    "cifar10": ["ori-test"],
    "cifar100": ["ori-test", "x-valid", "x-test"],
    "ImageNet16-120": ["ori-test", "x-valid", "x-test"],
}
CLASSES = {"cifar10-valid": 10, "cifar10": 10, "cifar100": 100, "ImageNet16-120": 120}
SET_NUMBERS = {"x-valid": 1, "ori-test": 2, "x-test": 3}


def text(index):
    ops = []
    for _ in range(6):
        ops.append(OPERATIONS[index % 5])
        index //= 5
    return "|%s~0|+|%s~0|%s~1|+|%s~0|%s~1|%s~2|" % tuple(ops)


def accuracy(index, name, seed, epochs, epoch):
    last = 10 if epoch == epochs - 1 else 0
    return 40.0 + index % 7 + SET_NUMBERS[name] + seed % 10 * 0.125 + (16 if epochs == 200 else 0) + last


def millions(index, dataset):
    ops = text(index)
    return (72656 + 65 * CLASSES[dataset] + 243040 * ops.count("3x3~") - 243040 * ops.count("pool") + 28000 * ops.count("1x1~")) / 1e6


def trial(index, dataset, seed, epochs, number, weights):
    names = SETS[dataset]
    evals = ["%s@%d" % (name, epoch) for name in names for epoch in range(epochs)]
    state = {
        "name": "infer.tiny",
        "net_state_dict": weights,
        "train_acc1es": {epoch: number(30.0 + epoch / 10) for epoch in range(epochs)},
        "train_acc5es": {epoch: number(60.0 + epoch / 10) for epoch in range(epochs)},
        "train_losses": {epoch: number(2.0 - epoch / 200) for epoch in range(epochs)},
        "train_times": {epoch: number(1.0 + seed % 10 / 8) for epoch in range(epochs)},
        "arch_config": {"channel": 16, "num_cells": 5, "arch_str": text(index), "class_num": CLASSES[dataset]},
        "params": millions(index, dataset),
        "flop": 15.5 + index,
        "seed": seed,
        "epochs": epochs,
        "latency": [0.013, 0.014],
        "eval_names": list(names),
    }
    state["eval_acc1es"] = {key: number(accuracy(index, key.split("@")[0], seed, epochs, int(key.split("@")[1]))) for key in evals}
    state["eval_times"] = {key: number(0.25) for key in evals}
    state["eval_losses"] = {key: number(1.5) for key in evals}
    return state


def results(index, epochs, number, weights):
    seeds = {"cifar10-valid": [777, 888], "cifar10": [777], "cifar100": [777], "ImageNet16-120": [777]}
    if epochs == 200:
        seeds = {dataset: [777, 888, 999][: 1 + index % 3] for dataset in SETS}
    return {
        "arch_index": index,
        "arch_str": text(index),
        "all_results": {
            (dataset, seed): trial(index, dataset, seed, epochs, number, weights) for dataset in SETS for seed in seeds[dataset]
        },
        "dataset_seed": seeds,
        "clear_net_done": weights is None,
    }


def architecture(index, keys, number=float, weights=None):
    return {key: results(index, epochs, number, weights) for key, epochs in zip(keys, (12, 200))}


def whole(count, keys, number=float, weights=None):
    return {
        "meta_archs": [text(index) for index in range(count)],
        "arch2infos": {index: architecture(index, keys, number, weights) for index in range(count)},
        "evaluated_indexes": set(range(count)),
    }


def save(path, value, protocol=4, packed=False):
    # Small blocks, so that many small files are unpacked fast.
    with bz2.BZ2File(path, "wb", compresslevel=1) if packed else open(path, "wb") as file:
        pickle.dump(value, file, protocol=protocol)


class Evil:
    def __init__(self, path):
        self.path = path

    def __reduce__(self):
        return os.system, ("touch '%s.ran'" % self.path,)


def deep(levels):
    value = []
    for _ in range(levels):
        value = (value,)
    return value


def tasks(text):
    """Numbers rise by one an epoch from the length of the text."""
    start = float(len(text))

    def training(epochs, **metrics):
        return {"total_epochs": epochs, "model_info": {"encoder_params": 1.5}, "metrics": {
            name: [start + scale * epoch if scale > 0.5 else scale * (epoch + 1) for epoch in range(epochs)]
            for name, scale in metrics.items()}}

    return {
        "class_scene": training(25, train_top1=1.0, valid_top1=1.0, test_top1=2.0, time_elapsed=3.0),
        "jigsaw": training(10, valid_top1=1.0, test_top1=2.0),
        "room_layout": training(25, valid_loss=0.02, test_neg_loss=-0.03),
        "segmentsemantic": training(30, valid_mIoU=1.0, test_mIoU=1.0, valid_acc=2.0),
        "autoencoder": training(30, val_ssim=0.01, test_ssim=0.02),
    }


def transnas():
    macro, micro = ["64-4111-basic", "64-1234-basic", "64-2311-basic"], ["64-41414-0_00_000", "64-41414-1_02_333", "64-41414-3_33_333"]
    return {
        "metrics_dict": {"jigsaw": ["valid_top1", "test_top1"]},
        "info_names": ["encoder_params"],
        "task_list": ["class_scene", "jigsaw"],
        "data": {"macro": {text: tasks(text) for text in macro}, "micro": {text: tasks(text) for text in micro}},
    }


def single(kind):
    if kind == "wide":
        return b"\x80\x02" + b"]" * (1 << 21)
    if kind == "marks":
        return b"\x80\x02" + b"(" * (1 << 20)
    if kind == "strings":
        return b"\x80\x02" + (b"X\x00\x00\x01\x00" + b"a" * 65536) * 1100
    if kind == "deep":
        # Python's own writer gives up on deep nesting; the opcodes do not.
        return b"\x80\x02)" + b"\x85" * 500000 + b"."
    if kind == "sets":
        # One tuple of a million, and 120 sets of it.
        return b"\x80\x02cbuiltins\nset\nq\x00(" + b"N" * 1000000 + b"tq\x01" + b"h\x00h\x01\x85R" * 120 + b"."
    if kind == "bytes":
        long = b"X" + (8 << 20).to_bytes(4, "little") + b"a" * (8 << 20)
        return b"\x80\x02c_codecs\nencode\nq\x00" + long + b"q\x01X\x06\x00\x00\x00latin1q\x02" + b"h\x00h\x01h\x02\x86R" * 120 + b"."
    if kind == "accuracies":
        one = trial(7, "cifar10", 777, 12, float, None)
        one["eval_acc1es"] = {"set%d@11" % number: 1.0 for number in range(1000)}
        return pickle.dumps({"12": {"arch_index": 7, "arch_str": text(7), "all_results": {("cifar10", 777): one}}})
    if kind == "dataset":
        one = trial(7, "cifar10", 777, 12, float, None)
        one["eval_acc1es"] = {}
        return pickle.dumps({"12": {"arch_index": 7, "arch_str": text(7), "all_results": {("a,b", 777): one}}})
    if kind == "seeds":
        trials = {("cifar10", seed): dict(small, seed=seed) for small in [trial(7, "cifar10", 777, 12, float, None)] for seed in range(5000)}
        return pickle.dumps({"12": {"arch_index": 7, "arch_str": text(7), "all_results": trials}})
    return pickle.dumps({"epoch": 3, "state_dict": {"weight": [1.0, 2.0]}})


def sizes(index):
    choices = [8, 16, 24, 32, 40, 48, 56, 64]
    parts = []
    for _ in range(5):
        parts.append(str(choices[index % 8]))
        index //= 8
    return ":".join(parts)


def sized(index, epochs):
    part = results(index, epochs, float, None)
    part["arch_str"] = sizes(index)
    part["all_results"] = {key: one for key, one in part["all_results"].items() if key[1] == 777}
    return part


def main(kind, path, *more):
    if kind == "nats-size":
        os.makedirs(path)
        count = int(more[0])
        save(os.path.join(path, "meta.pickle.pbz2"), {"meta_archs": [sizes(index) for index in range(count)]}, packed=True)
        for index in range(count):
            infos = {key: sized(index, epochs) for key, epochs in (("01", 1), ("12", 12), ("90", 90))}
            save(os.path.join(path, "%06d.pickle.pbz2" % index), infos, packed=True)
    elif kind == "nats":
        os.makedirs(path)
        count = int(more[0])
        save(os.path.join(path, "meta.pickle.pbz2"), {"meta_archs": [text(index) for index in range(count)]}, packed=True)
        for index in range(count):
            save(os.path.join(path, "%06d.pickle.pbz2" % index), architecture(index, ("12", "200")), packed=True)
    elif kind == "pickle":
        save(path, whole(int(more[0]), ("12", "200")), int(more[1]))
    elif kind == "numpy":
        import numpy

        save(path, whole(int(more[0]), ("12", "200"), numpy.float64), 2)
    elif kind in ("pth", "pth-legacy", "pth-weights"):
        import torch

        weights = {"stem.weight": torch.ones(16, 3, 3, 3)} if kind == "pth-weights" else None
        torch.save(
            whole(int(more[0]), ("less", "full"), weights=weights), path, _use_new_zipfile_serialization=kind != "pth-legacy")
    elif kind in ("small", "pth-small"):
        part = dict(results(7, 12, float, None))
        part["all_results"] = {key: part["all_results"][key] for key in [("cifar10-valid", 777)]}
        if kind == "pth-small":
            import torch

            torch.save({"less": part}, path, _use_new_zipfile_serialization=more[0] != "torch-legacy")
        else:
            save(path, {"12": part}, 4 if more[0] == "bz2" else int(more[0]), more[0] == "bz2")
    elif kind == "order":
        part = dict(results(7, 12, float, None))
        one = trial(7, "cifar10", 777, 12, float, None)
        one["train_times"] = one.pop("train_times")
        part["all_results"] = {("cifar10", 777): one}
        save(path, {"12": part}, int(more[0]))
    elif kind == "transnas":
        save(path, transnas(), int(more[0]))
    elif kind == "pth-transnas":
        import torch

        torch.save(transnas(), path)
    elif kind == "twice":
        infos = {index: architecture(index, ("12", "200")) for index in range(2)}
        for part in infos[1].values():
            part["arch_index"] = 0
        save(path, {"meta_archs": [text(index) for index in range(2)], "arch2infos": infos}, int(more[0]))
    elif kind == "streams":
        part = dict(results(7, 12, float, None))
        content = pickle.dumps({"12": part})
        step = len(content) // int(more[0]) + 1
        with open(path, "wb") as file:
            file.write(b"".join(bz2.compress(content[start : start + step]) for start in range(0, len(content), step)))
    elif kind == "evil":
        save(path, {"12": Evil(path)}, packed=True)
    elif kind == "object":
        with bz2.BZ2File(path, "wb") as file:
            file.write(single(more[0]))
    else:
        raise SystemExit("unknown kind " + kind)


main(*sys.argv[1:])
