#!/usr/bin/env python3
"""Turns a table of GPU throughputs (system, precision, workload, throughput, vram_gb, software) into measurements.

  tests/bench/fit/lambda.py lambda_throughput.csv > measurements.csv
  rightrig-fit CATALOGUE measurements.csv --hold-out chip --network-spread 0.5

The columns are those of the table that was read out of lambdal/deeplearning-benchmark: training with NVIDIA's containers, batches that fill
the card. The table does not state the batches; they are taken in proportion to the memory.
"""
import csv
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
# family, model, sequence, pixels, metric, samples that a GB of memory takes in 16 bits
WORKLOADS = {
    "resnet50": ("cnn", "ResNet-50 v1.5", "", 224, "samples_per_s", 18),
    "ssd": ("detector", "SSD300 (ResNet-50 backbone)", "", 300, "samples_per_s", 10),
    "maskrcnn": ("detector", "Mask R-CNN R50-FPN", "", 800, "samples_per_s", 0.5),
    "bert_base_squad": ("transformer-encoder", "BERT-base (SQuAD fine-tune)", 384, "", "samples_per_s", 4),
    "bert_large_squad": ("transformer-encoder", "BERT-large (SQuAD fine-tune)", 384, "", "samples_per_s", 1.4),
    "gnmt": ("rnn", "GNMT v2 (LSTM seq2seq)", "", "", "tokens_per_s", 10),
    "ncf": ("recommender", "NCF", "", "", "samples_per_s", 60000),
    "transformerxlbase": ("transformer-decoder", "Transformer-XL base", 192, "", "tokens_per_s", 1),
    "transformerxllarge": ("transformer-decoder", "Transformer-XL large", 384, "", "tokens_per_s", 0.4),
}
COLUMNS = ["id", "source", "hardware", "stack", "family", "model", "sequence", "image_px", "precision", "batch", "pipeline", "metric", "value",
           "year"]


def row_of(number, run):
    family, model, sequence, pixels, metric, per_gb = WORKLOADS[run["workload"]]
    half = run["precision"] == "fp16"
    system = run["system"][:-3] if run["system"].endswith("_v1") else run["system"]
    batch = max(1, round(per_gb * float(run["vram_gb"]) * (1 if half else 0.5)))
    # in these containers FP32 means TF32 where the card has it
    precision = "amp" if half else "tf32" if float(run["tf32_or_fp32_tflops"]) > float(run["fp32_tflops"]) else "fp32"
    return [f"lambda-{number}", "lambdal/deeplearning-benchmark:" + run["software"], SYSTEMS[system], "ngc", family, model, sequence, pixels,
            precision, batch, "synthetic", metric, run["throughput"], 2023 if run["software"] == "NGC22.09" else 2021]


def main():
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    with open(sys.argv[1], encoding="utf-8") as file:
        for number, run in enumerate(csv.DictReader(file), 1):
            writer.writerow(row_of(number, run))


if __name__ == "__main__":
    main()
