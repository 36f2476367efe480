#!/usr/bin/env python3
"""Times training of usual networks with plain PyTorch on this computer's graphics card and writes the runs as measurements.

  tests/bench/fit/measure_gpu.py RUNS.csv [--seconds 600] [--only WORD] [--list]
  rightrig validate RUNS.csv

Needs torch and torchvision; timm, transformers and peft for the networks that come from there; runs that need what is missing are left out.
Weights and data are random: nothing is downloaded. PyTorch is left as it comes (no search for the best convolutions, layout of
channels first) but for the precision, which each row states: tf32 allows it for products too, which with fp32 only convolutions have.
A run is five warm-up steps, then about a second and a half of steps in eight parts. The fastest part counts, as other work on the
computer only ever slows a run down; the notes say how far the parts lie apart. Memory: what the device lost to this program, as
nvidia-smi counts it; what PyTorch's allocator had in use stands in the notes.
The row `images of files` reads JPEG files written at its start, with a loading process for each processor.
"""
import argparse
import csv
import gc
import math
import os
import re
import subprocess
import sys
import tempfile
import time

import torch
from torch.nn import functional

from gpu_networks import case, cases, of_torchvision

COLUMNS = ["id", "source", "hardware", "hardware_count", "cores_used", "stack", "family", "model", "sequence", "image_px", "precision", "batch",
           "checkpointing", "pipeline", "metric", "value", "peak_memory_gib", "year", "notes"]
GIB = 2**30
OTHERS = 0.0  # GiB of the card that other programs have
PARTS = 8
PART_SECONDS = 0.2
WARM_UP = 5


def optimizer_of(runs):
    trained = [p for p in runs.module.parameters() if p.requires_grad]
    if runs.optimizer == "sgd":
        return torch.optim.SGD(trained, lr=1e-4, momentum=0.9, weight_decay=1e-4)
    if runs.optimizer == "adadelta":
        return torch.optim.Adadelta(trained, lr=1e-3)
    return torch.optim.AdamW(trained, lr=1e-5)


def stepper(one, runs):
    """A function that makes one training step."""
    runs.module.train()
    optimizer = optimizer_of(runs)
    if one.device == "cuda":
        torch.backends.cuda.matmul.allow_tf32 = one.precision != "fp32"
    module = torch.compile(runs.module) if one.compiled else runs.module
    half = torch.float16 if one.device == "cuda" and one.family in ("cnn", "detector", "segmentation") else torch.bfloat16
    halved = one.precision == "amp" or one.family == "lora"  # peft's adapters are FP32, trainers run them under autocast
    scaler = torch.amp.GradScaler("cuda") if one.precision == "amp" and half == torch.float16 else None

    def step():
        optimizer.zero_grad(set_to_none=True)
        with torch.autocast(one.device, dtype=half, enabled=halved):
            loss = runs.loss(module, runs.data)
        if scaler:
            scaler.scale(loss).backward()
            scaler.step(optimizer)
            scaler.update()
        else:
            loss.backward()
            optimizer.step()
    return step


def wait(one):
    if one.device == "cuda":
        torch.cuda.synchronize()


def seconds_a_step(one, step):
    """Of the fastest part; and the slowest part's share more."""
    def timed(steps):
        wait(one)
        start = time.perf_counter()
        for _ in range(steps):
            step()
        wait(one)
        return (time.perf_counter() - start) / steps
    for _ in range(WARM_UP if one.device == "cuda" else 1):
        step()
    steps = max(1, math.ceil(PART_SECONDS / timed(1)))
    parts = [timed(steps) for _ in range(PARTS)]
    return min(parts), max(parts) / min(parts) - 1


def memory_of_others():
    """GiB of the card that other programs have, asked before this one has any."""
    try:
        said = subprocess.run(["nvidia-smi", "--query-gpu=memory.used", "--format=csv,noheader,nounits"], capture_output=True, text=True, check=True)
        return float(said.stdout.split()[0]) / 1024
    except (OSError, subprocess.CalledProcessError, ValueError, IndexError):
        return 0.0


def memory_used():
    free, total = torch.cuda.mem_get_info()
    return (total - free) / GIB - OTHERS


def half_word(one):
    if one.family == "lora":
        return "rank 16 on all linear layers, adapters FP32, autocast to BF16"
    return "" if one.precision != "amp" else "autocast to FP16" if one.family in ("cnn", "detector", "segmentation") else "autocast to BF16"


def measured_row(number, one, stack, seconds, spread, memory, notes):
    hardware = torch.cuda.get_device_name() if one.device == "cuda" else cpu_name()
    value = one.batch / seconds * (one.sequence if one.tokens else 1)
    words = ["tests/bench/fit/measure_gpu.py", f"PyTorch {torch.__version__.split('+')[0]}", *notes, half_word(one), one.note,
             "channels last" if one.channels_last else "", f"slowest part {spread:.0%} longer" if spread is not None else ""]
    if stack == "hf-trainer":
        import transformers
        words.append(f"the network as transformers {transformers.__version__} has it, in a loop of its own")
    return [f"own-{re.sub('[^a-z0-9]+', '-', hardware.lower())}-{number:03}", f"own runs:PyTorch {torch.__version__.split('+')[0]}", hardware, 1,
            torch.get_num_threads() if one.device == "cpu" else "", "pytorch-compile" if one.compiled else stack, one.family, one.model, one.sequence,
            one.pixels, one.precision, one.batch, one.checkpointing or "no", "synthetic", "tokens_per_s" if one.tokens else "samples_per_s",
            f"{value:.4g}", f"{memory:.2f}" if memory else "", time.gmtime().tm_year, "; ".join(word for word in words if word)]


def cpu_name():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        return re.search(r"model name\s*: (.+)", file.read())[1]


def measure(number, one):
    """A row of one case."""
    if one.device == "cuda":
        gc.collect()
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()
    runs = one.build(one, one.device)
    step = stepper(one, runs)
    seconds, spread = seconds_a_step(one, step)
    if one.compiled:
        torch._dynamo.reset()  # or the compiled network stays
    notes, memory = [], None
    if one.device == "cuda":
        memory = memory_used()
        notes.append(f"allocated {torch.cuda.max_memory_allocated() / GIB:.2f} GiB, reserved {torch.cuda.max_memory_reserved() / GIB:.2f} GiB")
    return measured_row(number, one, runs.stack, seconds, spread, memory, notes)


class ImageFiles(torch.utils.data.Dataset):
    """256 JPEG files of 500 x 375 px, read again and again."""

    def __init__(self, folder, length):
        from PIL import Image
        from torchvision import transforms
        self.length = length
        self.paths = []
        random = torch.Generator().manual_seed(1)
        for index in range(256):  # shapes and a little noise: files of about 60 kB, as photographs of this size have
            coarse = torch.rand(1, 3, 24, 32, generator=random)
            picture = functional.interpolate(coarse, (375, 500), mode="bicubic", align_corners=False)[0].clamp(0, 1)
            picture = (picture + 0.06 * torch.randn(3, 375, 500, generator=random)).clamp(0, 1)
            path = os.path.join(folder, f"{index}.jpg")
            Image.fromarray((picture * 255).byte().permute(1, 2, 0).numpy()).save(path, quality=85)
            self.paths.append(path)
        self.size = os.path.getsize(self.paths[0])
        self.change = transforms.Compose([transforms.RandomResizedCrop(224), transforms.RandomHorizontalFlip(), transforms.ToTensor(),
                                          transforms.Normalize((0.485, 0.456, 0.406), (0.229, 0.224, 0.225))])

    def __len__(self):
        return self.length

    def __getitem__(self, index):
        from PIL import Image
        with Image.open(self.paths[index % len(self.paths)]) as image:
            return self.change(image.convert("RGB")), index % 1000


def measure_files(number):
    """ResNet-18 fed by JPEG files: what loading leaves of the card's speed."""
    one = case(of_torchvision("resnet18"), "cnn", "ResNet-18", "amp", 256, pixels=224)
    workers = os.cpu_count()
    with tempfile.TemporaryDirectory() as folder:
        files = ImageFiles(folder, 256 * (3 * workers + 1))
        loader = torch.utils.data.DataLoader(files, batch_size=256, shuffle=True, num_workers=workers, pin_memory=True, drop_last=True)
        runs = one.build(one, one.device)
        step = stepper(one, runs)
        times = []
        for images, labels in loader:
            runs.data = images.cuda(non_blocking=True), labels.cuda(non_blocking=True)
            step()
            wait(one)
            times.append(time.perf_counter())
    seconds = (times[3 * workers] - times[workers]) / (2 * workers)  # each process delivers a batch in turn: whole rounds count
    row = measured_row(number, one, runs.stack, seconds, None, None,
                       [f"images of files: JPEG of {files.size // 1000} kB, {workers} loading processes of PIL on {cpu_name()}"])
    row[COLUMNS.index("pipeline")] = "real"
    row[COLUMNS.index("cores_used")] = workers
    return row


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("runs", help="the table to write")
    parser.add_argument("--seconds", type=float, default=600, help="no run begins after this time")
    parser.add_argument("--only", default="", help="only runs whose model or family has this word")
    parser.add_argument("--begin", type=int, default=1, help="begin with the case of this number, and end with those before it")
    parser.add_argument("--device", help="only runs on cuda or cpu")
    parser.add_argument("--list", action="store_true", help="say what would be run")
    asked = parser.parse_args()
    global OTHERS  # pylint: disable=global-statement
    OTHERS = memory_of_others()
    start = time.perf_counter()
    wanted = [(number, one) for number, one in enumerate(cases(), 1)
              if asked.only.lower() in f"{one.model} {one.family}".lower() and asked.device in (None, one.device)]
    wanted.sort(key=lambda numbered: numbered[0] < asked.begin)
    if asked.list:
        for number, one in wanted:
            print(number, one.family, one.model, one.precision, one.batch, one.device)
        return
    with open(asked.runs, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        jobs = [(number, lambda n=number, o=one: measure(n, o), f"{one.model} {one.precision} {one.batch}") for number, one in wanted]
        if torch.cuda.is_available() and asked.only.lower() in "resnet-18 cnn files" and asked.device != "cpu":
            jobs.insert(min(len(jobs), 40), (999, lambda: measure_files(999), "images of files"))
        for number, job, name in jobs:
            if time.perf_counter() - start > asked.seconds:
                print("time is over", file=sys.stderr)
                break
            try:
                writer.writerow(job())
            except Exception as error:  # pylint: disable=broad-exception-caught - the other runs shall still be made
                print(f"{name}: {type(error).__name__}: {str(error)[:300]}", file=sys.stderr)
            file.flush()
            print(f"{time.perf_counter() - start:.0f} s: {name}", file=sys.stderr)


if __name__ == "__main__":
    main()
