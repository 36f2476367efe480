#!/usr/bin/env python3
"""Turns a table of GPU throughputs (system, gpu_family, precision, workload, throughput, software) into measurements.

  tests/bench/fit/lambda.py lambda_throughput.csv > measurements.csv
  rightrig-fit CATALOGUE measurements.csv --hold-out source --network-spread 0.5 --precision-spread 0.4 --prior-width 40

The columns are those of the table that was read out of lambdal/deeplearning-benchmark: training with NVIDIA's containers, batches that fill
the card. The table does not state the batches; lambda_batches.csv has them from the benchmark's own settings
(of the same memory class where a card has none of its own, as its source column says). Each family of GPUs is a
source of its own, so that --hold-out source leaves out one family at a time.
"""
import csv
import os
import sys

SYSTEMS = {
    "1080Ti": "NVIDIA GeForce GTX 1080 Ti", "2070MaxQ": "NVIDIA GeForce RTX 2070 Max-Q", "2080MaxQ": "NVIDIA GeForce RTX 2080 Max-Q",
    "2080SuperMaxQ": "NVIDIA GeForce RTX 2080 SUPER Max-Q", "2080Ti": "NVIDIA GeForce RTX 2080 Ti", "3070": "NVIDIA GeForce RTX 3070",
    "3080": "NVIDIA GeForce RTX 3080", "3080Max-Q": "NVIDIA GeForce RTX 3080 Laptop GPU", "3090": "NVIDIA GeForce RTX 3090",
    "4090": "NVIDIA GeForce RTX 4090", "A100_40GB_SXM4": "NVIDIA A100 SXM4 40GB", "A100_SXM4": "NVIDIA A100 SXM4 40GB",
    "A100_80GB_PCIe": "NVIDIA A100 PCIe 80GB", "A100_80GB_SXM4": "NVIDIA A100 SXM4 80GB", "A100_PCIe": "NVIDIA A100 PCIe 40GB",
    "A40": "NVIDIA A40", "A4000": "NVIDIA RTX A4000", "A4500": "NVIDIA RTX A4500", "A5000": "NVIDIA RTX A5000", "A5500": "NVIDIA RTX A5500",
    "A6000": "NVIDIA RTX A6000", "AdaA6000": "NVIDIA RTX 6000 Ada Generation", "H100_80GB_PCIe5": "NVIDIA H100 PCIe 80GB",
    "H100_80GB_SXM5": "NVIDIA H100 SXM5 80GB", "LambdaCloud_A100_40GB_PCIe": "NVIDIA A100 PCIe 40GB", "LambdaCloud_A10": "NVIDIA A10",
    "LambdaCloud_H100_80GB_PCIe5": "NVIDIA H100 PCIe 80GB", "LambdaCloud_V100_16GB": "NVIDIA Tesla V100 SXM2 16GB",
    "QuadroRTX5000": "NVIDIA Quadro RTX 5000", "QuadroRTX6000": "NVIDIA Quadro RTX 6000", "QuadroRTX8000": "NVIDIA Quadro RTX 8000",
    "TitanRTX": "NVIDIA TITAN RTX", "V100": "NVIDIA Tesla V100 SXM2 32GB",
}
# family, model, sequence, pixels, metric
WORKLOADS = {
    "resnet50": ("cnn", "ResNet-50 v1.5", "", 224, "samples_per_s"),
    "ssd": ("detector", "SSD300 (ResNet-50 backbone)", "", 300, "samples_per_s"),
    "maskrcnn": ("detector", "Mask R-CNN R50-FPN", "", 800, "samples_per_s"),
    "bert_base_squad": ("transformer-encoder", "BERT-base (SQuAD fine-tune)", 384, "", "samples_per_s"),
    "bert_large_squad": ("transformer-encoder", "BERT-large (SQuAD fine-tune)", 384, "", "samples_per_s"),
    "gnmt": ("rnn", "GNMT v2 (LSTM seq2seq)", "", "", "tokens_per_s"),
    "ncf": ("recommender", "NCF", "", "", "samples_per_s"),
    "transformerxlbase": ("transformer-decoder", "Transformer-XL base", 192, "", "tokens_per_s"),
    "transformerxllarge": ("transformer-decoder", "Transformer-XL large", 384, "", "tokens_per_s"),
}
# The logs of these runs, or the settings of the same kind of machine, say that NCF ran without mixed precision where the table has fp16.
NCF_WITHOUT_AMP = {"A100_80GB_PCIe_v1", "A100_80GB_SXM4_v1", "H100_80GB_PCIe5_v1", "H100_80GB_SXM5_v1", "LambdaCloud_H100_80GB_PCIe5_v1"}
COLUMNS = ["id", "source", "hardware", "stack", "family", "model", "sequence", "image_px", "precision", "batch", "pipeline", "metric", "value",
           "year"]


def row_of(number, run, batches):
    family, model, sequence, pixels, metric = WORKLOADS[run["workload"]]
    system = run["system"]
    batch = batches.get((system, run["precision"], run["workload"]))
    if not batch:
        sys.exit(f"lambda_batches.csv has no batch of {system}, {run['precision']}, {run['workload']} (run {number})")
    half = run["precision"] == "fp16" and not (run["workload"] == "ncf" and system in NCF_WITHOUT_AMP)
    # in these containers FP32 means TF32 where the card has it
    precision = "amp" if half else "tf32" if float(run["tf32_or_fp32_tflops"]) > float(run["fp32_tflops"]) else "fp32"
    return [f"lambda-{number}", f"lambdal/deeplearning-benchmark {run['gpu_family']}:{run['software']}", SYSTEMS[system.removesuffix("_v1")],
            "ngc", family, model, sequence, pixels, precision, batch, "synthetic", metric,
            run["throughput"], 2023 if run["software"] == "NGC22.09" else 2021]


def main():
    with open(os.path.join(os.path.dirname(__file__), "lambda_batches.csv"), encoding="utf-8") as file:
        batches = {(row["system"], row["precision"], row["workload"]): row["batch"] for row in csv.DictReader(file)}
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    with open(sys.argv[1], encoding="utf-8") as file:
        for number, run in enumerate(csv.DictReader(file), 1):
            writer.writerow(row_of(number, run, batches))


if __name__ == "__main__":
    main()
